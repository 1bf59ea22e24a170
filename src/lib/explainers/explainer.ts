import { parse } from 'yaml';
import { z } from 'zod';
import type { ContentFile } from '../facts/parse.ts';
import { edtfDate } from '../facts/schema.ts';

/** The front matter of an explainer. */
export const explainerMeta = z.strictObject({
	title: z.string().min(1),
	subtitle: z.string().min(1),
	'as-of': edtfDate
});

/** A paragraph of an explainer: its Markdown on one line, and where it begins. */
export interface Paragraph {
	line: number;
	text: string;
	heading: boolean;
}

/** An explainer as its source has it. */
export interface Explainer {
	id: string;
	file: string;
	meta: z.infer<typeof explainerMeta> | undefined;
	/** What is wrong with the front matter. */
	metaProblem: string | undefined;
	paragraphs: Paragraph[];
}

/** A claim bound to its fact: `[six weeks](fact:war-2020-length)`. */
export const bindingPattern = /\[([^\]]+)\]\(fact:([^)\s]*)\)/g;

/** The prose of a paragraph, without the marks of Markdown. */
export const proseOf = (text: string): string =>
	text
		.replace(bindingPattern, '$1')
		.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
		.replace(/[*_`]/g, '');

function paragraphsOf(body: string, firstLine: number): Paragraph[] {
	const paragraphs: Paragraph[] = [];
	let open: Paragraph | undefined;
	body.split('\n').forEach((text, offset) => {
		if (text.trim() === '') open = undefined;
		else if (open) open.text += ` ${text.trim()}`;
		else {
			const heading = /^#{1,6} /.test(text);
			const paragraph = { line: firstLine + offset, text: text.trim(), heading };
			paragraphs.push(paragraph);
			open = heading ? undefined : paragraph;
		}
	});
	return paragraphs;
}

function readMeta(text: string): Pick<Explainer, 'meta' | 'metaProblem'> {
	try {
		const result = explainerMeta.safeParse(parse(text));
		if (result.success) return { meta: result.data, metaProblem: undefined };
		return { meta: undefined, metaProblem: z.prettifyError(result.error).replace(/\s+/g, ' ') };
	} catch (error) {
		return { meta: undefined, metaProblem: (error as Error).message.split('\n')[0] };
	}
}

/** Reads the explainers of a content folder. */
export function readExplainers(files: readonly ContentFile[]): Explainer[] {
	return files
		.filter(({ path }) => /^explainers\/[^/]+\.md$/.test(path))
		.map(({ path, text }) => {
			const [, front, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [
				'',
				undefined,
				text
			];
			const meta =
				front === undefined
					? { meta: undefined, metaProblem: 'it has no front matter between two lines of ---' }
					: readMeta(front);
			const skipped = front === undefined ? 0 : front.split('\n').length + 2;
			return {
				id: path.replace(/^explainers\/|\.md$/g, ''),
				file: path,
				...meta,
				paragraphs: paragraphsOf(body ?? '', skipped + 1)
			};
		});
}
