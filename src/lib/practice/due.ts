import type { Review } from './review.ts';

/** The reader's own terms. */
export interface Terms {
	/** Answers in a quiz are kept for reviews too. */
	on: boolean;
	/** At most so many reviews a day. */
	daily: number;
	/** Nothing is due up to this moment, in milliseconds: the last one of a day; 0 when reviews are not paused. */
	pausedUntil: number;
}
export const usualTerms: Terms = { on: false, daily: 20, pausedUntil: 0 };

/** Due by a moment, and still in the bank; what has waited longest stands first. */
export const dueBy = (reviews: readonly Review[], until: number): Review[] =>
	reviews
		.filter(({ due, gone }) => !gone && due <= until)
		.sort((a, b) => a.due - b.due || (a.id < b.id ? -1 : 1));

/**
 * What is to be reviewed today.
 * @param until the last moment of the reader's day
 * @param done how many were reviewed today already
 */
export function todays(
	reviews: readonly Review[],
	terms: Terms,
	until: number,
	done: number
): Review[] {
	if (terms.pausedUntil >= until) return [];
	return dueBy(reviews, until).slice(0, Math.max(0, terms.daily - done));
}
