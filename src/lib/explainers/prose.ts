import type { Prose } from '../facts/loaded.ts';
import type { ContentFile } from '../facts/parse.ts';
import { proseOf, readText } from './explainer.ts';

const prosePattern = /^(?:explainers|pages)\/[^/]+\.md$/;
const pagePattern = /^pages\//;

/** What a content folder has in running text, explainers and its own pages: each paragraph without its marks. */
export const readProse = (files: readonly ContentFile[]): Prose[] =>
	files
		.filter(({ path }) => prosePattern.test(path))
		.flatMap(({ path: file, text }) =>
			readText(text).paragraphs.map((one) => ({ file, line: one.line, text: proseOf(one.text) }))
		);

/** The part of it that is no explainer. */
export const readPages = (files: readonly ContentFile[]): Prose[] =>
	readProse(files.filter(({ path }) => pagePattern.test(path)));
