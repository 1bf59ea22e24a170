import { join } from 'node:path';
import { statSync } from 'node:fs';
import { openContent } from '../src/cli/content.ts';
import type { Index } from '../src/lib/facts/pack.ts';
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

let read: { state: string; index: Index | undefined } | undefined;

/** The facts of the content folder, read again when a file changed: the development server lives long. */
function factsOf(folder: string): Index | undefined {
	const state = readContent(folder)
		.map(({ path }) => `${path} ${statSync(join(folder, path)).mtimeMs}`)
		.join('\n');
	if (read?.state !== state) read = { state, index: openContent(folder).index };
	return read.index;
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
	const at = text.lastIndexOf(' ') + 1;
	const part = (words: string) =>
		words && `<span class="claim ${standing}">${escape(words)}</span>`;
	const button = `<button type="button" class="cite" popovertarget="e${number}" aria-label="Evidence ${number}: ${escape(label)}">${number}</button>`;
	return `<span class="bound">${part(text.slice(0, at))}<span class="keep">${part(text.slice(at))}${button}${escape(mark)}</span></span>`;
}

/**
 * Turns `[six weeks](fact:war-2020-length)` into the claim with a small number that opens its evidence (a native popover,
 * which the page puts in), and lists the facts in the order of their numbers as `metadata.facts`.
 */
export function factLinks(options: { folder: string }) {
	return (tree: Node, file: File): void => {
		const index = factsOf(options.folder);
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

/** Gives every heading an id and a link to itself. */
export function headingLinks() {
	return (tree: Node): void => {
		walk(tree, (node) => {
			if (node.type !== 'heading') return;
			const id = textOf(node)
				.toLowerCase()
				.replace(/[’']/g, '')
				.replace(/[^\p{L}\p{N}]+/gu, '-')
				.replace(/^-|-$/g, '');
			node.data = { ...node.data, hProperties: { ...node.data?.hProperties, id } };
			node.children = [{ type: 'link', url: `#${id}`, children: node.children ?? [] }];
		});
	};
}
