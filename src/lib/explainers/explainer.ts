import { parse } from 'yaml';
import { z } from 'zod';
import type { ContentFile } from '../facts/parse.ts';
import { edtfDate, id } from '../facts/schema.ts';
import { inWords } from '../facts/schema-words.ts';

/** Reading levels: the same facts, said for other readers. `standard` is the file without a level in its name. */
export const readingLevels = ['brief', 'standard', 'depth'] as const;
export type ReadingLevel = (typeof readingLevels)[number];

/** The front matter of an explainer. */
export const explainerMeta = z.strictObject({
	title: z.string().min(1),
	subtitle: z.string().min(1),
	'as-of': edtfDate,
	terms: z.array(id).default([]).describe('key terms: ids of the glossary')
});

/** A paragraph of an explainer: its Markdown on one line, and where it begins. */
export interface Paragraph {
	line: number;
	text: string;
	kind: 'heading' | 'prose' | 'recall';
}

/** An explainer, at one reading level, as its source has it. */
export interface Explainer {
	id: string;
	level: ReadingLevel;
	file: string;
	meta: z.infer<typeof explainerMeta> | undefined;
	/** What is wrong with the front matter. */
	metaProblem: string | undefined;
	paragraphs: Paragraph[];
}

/** A claim bound to its fact: `[six weeks](fact:war-2020-length)`. */
export const bindingPattern = /\[([^\]]+)\]\(fact:([^)\s]*)\)/g;

/** A prompt to recall, alone in its paragraph: `[recall](item:weir-opened-on.date.object)`. */
export const recallPattern = /^\[recall\]\(item:([^)\s]*)\)$/;

/** The prose of a paragraph, without the marks of Markdown. */
export const proseOf = (text: string): string =>
	text
		.replace(bindingPattern, '$1')
		.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
		.replace(/[*_`]/g, '');

function kindOf(text: string): Paragraph['kind'] {
	if (/^#{1,6} /.test(text)) return 'heading';
	return recallPattern.test(text) ? 'recall' : 'prose';
}

/** A line of a list or a table is read by itself: what binds its neighbour does not bind it. */
const startsAnew = /^\s*(?:[-*+|]|\d+[.)])\s/;

function paragraphsOf(body: string, firstLine: number): Paragraph[] {
	const paragraphs: Paragraph[] = [];
	let open: Paragraph | undefined;
	body.split('\n').forEach((text, offset) => {
		if (text.trim() === '') open = undefined;
		else if (open && !startsAnew.test(text)) open.text += ` ${text.trim()}`;
		else {
			const kind = kindOf(text.trim());
			const paragraph = { line: firstLine + offset, text: text.trim(), kind };
			paragraphs.push(paragraph);
			open = kind === 'prose' ? paragraph : undefined;
		}
	});
	return paragraphs;
}

function readMeta(text: string): Pick<Explainer, 'meta' | 'metaProblem'> {
	try {
		const result = explainerMeta.safeParse(parse(text), { error: inWords });
		if (result.success) return { meta: result.data, metaProblem: undefined };
		const faults = result.error.issues.map(
			({ path, message }) => `${path.join('.') || 'The front matter'}: ${message}`
		);
		return { meta: undefined, metaProblem: faults.join('; ') };
	} catch (error) {
		return { meta: undefined, metaProblem: (error as Error).message.split('\n')[0] };
	}
}

/** The front matter of a Markdown file, when it has one, and the paragraphs below it. */
export function readText(text: string): { front: string | undefined; paragraphs: Paragraph[] } {
	const [, front, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? ['', undefined, text];
	const skipped = front === undefined ? 0 : front.split('\n').length + 2;
	return { front, paragraphs: paragraphsOf(body ?? '', skipped + 1) };
}

const filePattern = /^explainers\/([^/.]+)(?:\.(brief|depth))?\.md$/;

/** The file of an explainer at a level. */
export const fileOf = (id: string, level: ReadingLevel): string =>
	`explainers/${id}${level === 'standard' ? '' : `.${level}`}.md`;

/** Reads the explainers of a content folder. */
export function readExplainers(files: readonly ContentFile[]): Explainer[] {
	return files.flatMap(({ path, text }) => {
		const [, name, level = 'standard'] = filePattern.exec(path) ?? [];
		if (name === undefined) return [];
		const { front, paragraphs } = readText(text);
		const meta =
			front === undefined
				? { meta: undefined, metaProblem: 'it has no front matter between two lines of ---' }
				: readMeta(front);
		return { id: name, level: level as ReadingLevel, file: path, ...meta, paragraphs };
	});
}

/** The facts that an explainer binds, each once, in the order of its text. */
export const boundFacts = ({ paragraphs }: Explainer): string[] => [
	...new Set(
		paragraphs.flatMap(({ text }) => [...text.matchAll(bindingPattern)].map(([, , to = '']) => to))
	)
];

/** The items that an explainer asks its reader to recall. */
export const recalledItems = ({ paragraphs }: Explainer): string[] =>
	paragraphs.flatMap(({ text }) => recallPattern.exec(text)?.[1] ?? []);
