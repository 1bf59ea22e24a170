import { dueBy, type Terms } from './due.ts';
import { answered, retrievability, type Review } from './review.ts';

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
