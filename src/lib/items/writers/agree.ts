import { tracePages } from '../chains.ts';
import type { Writer } from '../draft.ts';
import { writeTwoVoices } from './agree-behind.ts';
import { writeFigures } from './agree-figures.ts';
import { writeOneVoice } from './agree-voice.ts';

/** Which two reports agree: on a count that one of them rounds, because they are one voice, or as two voices that others carry. */
export const writeAgree: Writer<'agree'> = (writing, drop) => {
	const pages = tracePages(writing.index);
	return [
		...writeFigures(writing, drop),
		...writeOneVoice(pages, writing),
		...writeTwoVoices(pages, writing)
	];
};
