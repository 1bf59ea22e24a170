import { join } from 'node:path';
import { statSync } from 'node:fs';
import { openContent, type Opened } from '../src/lib/server/open.ts';
import { headingId } from '../src/lib/explainers/heading.ts';
import { lastWordAt } from '../src/lib/facts/pairs.ts';
import { fold, wholeWord } from '../src/lib/facts/words.ts';
import type { Item } from '../src/lib/items/item.ts';
import { answerOf } from '../src/lib/items/parts.ts';
import { readContent } from '../src/lib/server/content.ts';

/** The part of a Markdown tree (remark-parse 8) that the transformers below touch. */
interface Node {
	type: string;
	value?: string;
	url?: string;
	depth?: number;
	data?: { hProperties?: Record<string, string> };
	children?: Node[];
	position?: { start: { line: number } };
}
interface File {
	data: { fm?: Record<string, unknown> };
	fail(reason: string, node?: unknown): never;
}

let read: { state: string; opened: Opened } | undefined;

/** The content folder, read again when a file changed: the development server lives long. */
function opened(folder: string): Opened {
	const state = readContent(folder)
		.map(({ path }) => `${path} ${statSync(join(folder, path)).mtimeMs}`)
		.join('\n');
	if (read?.state !== state) read = { state, opened: openContent(folder) };
	return read.opened;
}

const escapes: Record<string, string> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	'{': '&#123;',
	'}': '&#125;'
};
const escape = (text: string): string => text.replace(/[&<>"{}]/g, (one) => escapes[one] ?? one);

const textOf = (node: Node): string => node.value ?? (node.children ?? []).map(textOf).join('');

function walk(node: Node, visit: (node: Node, parent: Node, place: number) => void): void {
	(node.children ?? []).forEach((child, place) => {
		visit(child, node, place);
		walk(child, visit);
	});
}

/** Takes the closing punctuation off the text that follows a claim, so that it can stay with the claim's number. */
function takePunctuation(next: Node | undefined): string {
	const [mark = ''] = /^[.,;:!?)”’]+/.exec(next?.type === 'text' ? (next.value ?? '') : '') ?? [];
	if (next?.value) next.value = next.value.slice(mark.length);
	return mark;
}

function claimHtml(text: string, standing: string, number: number, label: string, mark: string) {
	const at = lastWordAt(text);
	// Svelte trims a space at the end of an element; written as an expression it stays.
	const part = (words: string) =>
		words && `<span class="claim ${standing}">${escape(words).replace(/ $/, "{' '}")}</span>`;
	const button = `<button type="button" class="cite" popovertarget="e${number}" aria-label="Evidence ${number}: ${escape(label)}">${number}</button>`;
	return `<span class="bound">${part(text.slice(0, at))}<span class="keep">${part(text.slice(at))}${button}${escape(mark)}</span></span>`;
}

/**
 * Turns `[six weeks](fact:war-2020-length)` into the claim with a small number that opens its evidence (a native popover,
 * which the page puts in), and lists the facts in the order of their numbers as `metadata.facts`.
 */
export function factLinks(options: { folder: string }) {
	return (tree: Node, file: File): void => {
		const { index, bank } = opened(options.folder);
		// A pack with problems stops the build by itself, with their places; missing facts would only bury them.
		if (!bank) return;
		const numbers = new Map<string, number>();
		walk(tree, (node, parent, place) => {
			if (node.type !== 'link' || !node.url?.startsWith('fact:')) return;
			const id = node.url.slice('fact:'.length);
			const fact = index?.fact.get(id);
			const line = node.position?.start.line;
			if (!fact) return file.fail(`line ${line}: unknown-fact: there is no fact "${id}"`, node);
			const number = numbers.get(id) ?? numbers.size + 1;
			numbers.set(id, number);
			const text = textOf(node);
			const mark = takePunctuation(parent.children?.[place + 1]);
			const value = claimHtml(text, fact.standing, number, text, mark);
			parent.children?.splice(place, 1, { type: 'html', value });
		});
		file.data.fm = { ...file.data.fm, facts: [...numbers.keys()] };
	};
}

/** What can be chosen: dates and numbers in their order, all else by the alphabet, which gives no key away. */
function optionsHtml(item: Item): string {
	if (!('options' in item) || !('ordered' in item)) return '';
	const texts = item.options.map(({ text }) => text);
	if (!item.ordered) texts.sort((a, b) => a.localeCompare(b, 'en'));
	return `<ul>${texts.map((text) => `<li>${escape(text)}</li>`).join('')}</ul>`;
}

function recallHtml(item: Item, place: number): string {
	const id = `recall-${place}`;
	const answer = answerOf(item);
	const [{ rationale } = { rationale: undefined }] = answer;
	const [fact] = item.facts;
	return [
		`<div class="recall" role="group" aria-labelledby="${id}" data-item="${item.id}">`,
		`<h3 id="${id}"><a href="#${id}">Do you still know?</a></h3>`,
		`<p>${escape(item.stem)}</p>`,
		optionsHtml(item),
		`<button type="button" data-tool="recall">Answer here</button>`,
		`<details><summary>Compare with the sources</summary>`,
		`<p><strong>${escape(answer.map(({ text }) => text).join('; '))}</strong></p>`,
		`<p>${escape(rationale?.text ?? '')} <a href="/facts/${fact}">See the evidence</a></p>`,
		`</details></div>`
	].join('');
}

/** Lets questions stand at the end of the part after their own, so that the answer is recalled and not read off. */
function askLater(tree: Node, questions: ReadonlySet<Node>): void {
	const parts: Node[][] = [[]];
	for (const node of tree.children ?? []) {
		if (node.type === 'heading' && node.depth === 2) parts.push([]);
		parts.at(-1)?.push(node);
	}
	const of = (part: Node[] = []) => part.filter((node) => questions.has(node));
	tree.children = parts.flatMap((part, place) => [
		...part.filter((node) => !questions.has(node)),
		...of(parts[place - 1]),
		...(place === parts.length - 1 ? of(part) : [])
	]);
}

/**
 * Turns a paragraph `[recall](item:ID)` into a question with its answer folded under it, which is asked one part of the text
 * later, and lists them as `metadata.recall`.
 */
export function recallPrompts(options: { folder: string }) {
	return (tree: Node, file: File): void => {
		const asked: string[] = [];
		const questions = new Set<Node>();
		const { bank } = opened(options.folder);
		if (!bank) return; // see factLinks
		walk(tree, (node, parent, place) => {
			const [link] = node.children ?? [];
			if (node.type !== 'paragraph' || node.children?.length !== 1) return;
			if (link?.type !== 'link' || !link.url?.startsWith('item:')) return;
			const id = link.url.slice('item:'.length);
			const item = bank.items.find((one) => one.id === id);
			const line = node.position?.start.line;
			if (!item) return file.fail(`line ${line}: unknown-item: the bank has no item "${id}"`, node);
			asked.push(id);
			const question = { type: 'html', value: recallHtml(item, asked.length) };
			questions.add(question);
			parent.children?.splice(place, 1, question);
		});
		askLater(tree, questions);
		file.data.fm = { ...file.data.fm, recall: asked };
	};
}

/** What keeps its words as they are: a link can't hold a link, and a heading leads to itself. */
const closed = new Set(['heading', 'link', 'linkReference', 'image', 'inlineCode', 'code', 'html']);

/** Links a term of the glossary, or an alias, where the running text has it first. It stands outside claims and headings. */
export function glossaryLinks(options: { folder: string }) {
	return (tree: Node): void => {
		const waiting = new Map<string, string>();
		for (const { id, term, aliases } of opened(options.folder).index?.pack.glossary ?? [])
			for (const word of [term, ...aliases]) waiting.set(word, id);

		function linked(text: string): Node[] {
			if (waiting.size === 0) return [{ type: 'text', value: text }];
			const found = wholeWord([...waiting.keys()], 'iu').exec(text);
			const word = found?.[0] ?? '';
			const id = [...waiting].find(([one]) => fold(one) === fold(word))?.[1];
			if (!found || id === undefined) return [{ type: 'text', value: text }];
			for (const [one, of] of waiting) if (of === id) waiting.delete(one);
			const value = `<a class="term" href="/glossary#${id}">${escape(word)}</a>`;
			return [
				{ type: 'text', value: text.slice(0, found.index) },
				{ type: 'html', value },
				...linked(text.slice(found.index + word.length))
			];
		}

		function enter(node: Node): void {
			node.children = (node.children ?? []).flatMap((child) => {
				if (child.type === 'text') return linked(child.value ?? '');
				if (child.children && !closed.has(child.type)) enter(child);
				return [child];
			});
		}
		enter(tree);
	};
}

/** Gives every heading an id and a link to itself. */
export function headingLinks() {
	return (tree: Node): void => {
		walk(tree, (node) => {
			if (node.type !== 'heading') return;
			const id = headingId(textOf(node));
			node.data = { ...node.data, hProperties: { ...node.data?.hProperties, id } };
			node.children = [{ type: 'link', url: `#${id}`, children: node.children ?? [] }];
		});
	};
}
