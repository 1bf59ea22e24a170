import type { Format } from '../items/item.ts';

/**
 * What a candidate gave for one item, by format. Absent or empty means: not answered.
 * `order` maps entry ids to the places (1-based) given to them; `rows` maps ids of rows or gaps to ids of options.
 */
export interface Responses {
	choice: { option: string };
	multiple: { options: string[] };
	cloze: { rows: Record<string, string> };
	order: { places: Record<string, number> };
	match: { rows: Record<string, string> };
	support: { rows: Record<string, string> };
	date: { text: string };
	number: { text: string };
	short: { text: string };
}

export type Response<F extends Format = Format> = Responses[F];

/** What is given where an answer was taken back, in each of the shapes. */
export const emptyResponses: readonly Response[] = [
	{ option: '' },
	{ options: [] },
	{ rows: {} },
	{ places: {} },
	{ text: '' }
];

/** The mark for one item: marks gained of the full mark, and what became of every part. */
export interface Mark {
	gained: number;
	full: number;
	/** false when nothing was given. */
	answered: boolean;
}
