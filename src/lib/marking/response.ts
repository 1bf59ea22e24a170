import type { Kind } from '../items/item.ts';

/**
 * What a candidate gave for one item, by kind. Absent or empty means: not answered.
 * `order` maps entry ids to the places (1-based) given to them.
 */
export interface Responses {
	single: { option: string };
	'who-said': { option: string };
	several: { options: string[] };
	order: { places: Record<string, number> };
	match: { rows: Record<string, string> };
	support: { rows: Record<string, string> };
	date: { text: string };
	number: { text: string };
}

export type Response<K extends Kind = Kind> = Responses[K];

/** The mark for one item: marks gained of the full mark, and what became of every part. */
export interface Mark {
	gained: number;
	full: number;
	/** false when nothing was given. */
	answered: boolean;
}
