import type { Item } from '../items/item.ts';

/**
 * One assembled paper. A pure function of the blueprint's part of the bank, the blueprint and the seed: the same three give the same bytes,
 * on Node and in a browser. Options and rows of each item stand in the order in which they are shown.
 */
export interface Form {
	module: string;
	seed: string;
	/** Version of the blueprint's part of the bank: another version makes another paper of the same seed. */
	bank: string;
	/** In order; `marks` is the full mark of the item. */
	items: { item: Item; marks: number }[];
	/** What the bank lacks for the blueprint; empty when all was met. */
	lacks: string[];
}
