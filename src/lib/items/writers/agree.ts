import { tracePages } from '../chains.ts';
import type { Writer } from '../draft.ts';
import { writeFigures } from './agree-figures.ts';
import { writeOneVoice } from './agree-voice.ts';

/** Which two reports agree: on a count that one of them rounds, or because they are one voice. */
export const writeAgree: Writer<'agree'> = (writing, drop) => [
	...writeFigures(writing, drop),
	...writeOneVoice(tracePages(writing.index), writing)
];
