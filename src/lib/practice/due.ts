import { answered, retrievability, type Review } from './review.ts';

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

/** A day to come: how many wait on it, and how many of them fit into the daily number. */
export interface Day {
	/** The last moment of the day. */
	end: number;
	waiting: number;
	taken: number;
}

const halfDayMillis = 43_200_000;

/**
 * How many reviews the next days bring when nothing new is met, each day's number is done, and every answer is right. A
 * wrong answer comes back the day after, on top of it.
 * @param ends the last moments of the days, today's first
 */
export function forecast(
	reviews: readonly Review[],
	terms: Terms,
	ends: readonly number[],
	done = 0
): Day[] {
	let all = reviews.filter(({ gone }) => !gone);
	return ends.map((end, place) => {
		const waiting = terms.pausedUntil >= end ? [] : dueBy(all, end);
		const left = Math.max(0, terms.daily - (place === 0 ? done : 0));
		const taken = new Map(
			waiting.slice(0, left).map((one) => {
				const right = { mark: one.full, of: one.full };
				return [one.id, answered(one, one, right, 3, end - halfDayMillis)];
			})
		);
		all = all.map((one) => taken.get(one.id) ?? one);
		return { end, waiting: waiting.length, taken: taken.size };
	});
}

/** What it costs not to come for a while. */
export interface Cost {
	/** How many will wait. */
	waiting: number;
	/** How many of these are likely still known now, and then. */
	knownNow: number;
	knownThen: number;
	/** Days of the daily number until all is done. */
	days: number;
}

/** @param until the moment at which the reader comes back */
export function costOfSkipping(
	reviews: readonly Review[],
	{ daily }: Terms,
	now: number,
	until: number
): Cost {
	const waiting = dueBy(reviews, until);
	const known = (at: number) =>
		Math.round(waiting.reduce((sum, review) => sum + retrievability(review, at), 0));
	return {
		waiting: waiting.length,
		knownNow: known(now),
		knownThen: known(until),
		days: Math.ceil(waiting.length / daily)
	};
}
