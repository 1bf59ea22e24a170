import type { Column } from './attempts.ts';
import { wilson, type Interval } from './intervals.ts';

/** The share of its marks that an item yields, 0 (nobody gains any) to 1 (everyone gains all). */
export interface Facility {
	value: number;
	interval: Interval;
}

/** An item's marks as shares, one per taker, 0 to 1. */
export const shares = ({ gained, full }: Column): number[] =>
	gained.map((mark, i) => mark / (full[i] ?? 1));

/**
 * Facility: the mean share of its marks over those who took the item; left out counts as 0.
 * For items marked 0 or 1 it is the proportion right, p (Crocker and Algina, Introduction to Classical and Modern
 * Test Theory, 1986, ch. 14). Available cases: whoever did not have the item in their form says nothing about it.
 */
export function facilityOf(column: Column): Facility {
	const list = shares(column);
	const value = list.reduce((sum, share) => sum + share, 0) / list.length;
	return { value, interval: wilson(Math.min(1, value), list.length) };
}
