import { todays, usualTerms, type Terms } from '#lib/practice/due.ts';
import type { Review } from '#lib/practice/review.ts';
import { keepDigest, type Digest } from '../due.ts';
import type { Change, Step } from './database.ts';
import { dayEnd, dayStart } from './days.ts';

/** How many were reviewed on /review since the reader's day began. */
export const doneToday = (steps: readonly Step[], now: number): number =>
	steps.filter(({ at, by }) => by === 'review' && at >= dayStart(now)).length;

/**
 * What the days from today on bring, if the reader does not come. It ends with the day that brings the daily number: more
 * is not asked on any day.
 */
export function digestOf(
	reviews: readonly Review[],
	terms: Terms,
	done: number,
	now: number
): Digest {
	const today = dayStart(now);
	const later = [dayEnd(now) + 1, terms.pausedUntil + 1, ...reviews.map(({ due }) => due)]
		.map(dayStart)
		.filter((start) => start > Math.max(today, terms.pausedUntil))
		.sort((a, b) => a - b);
	const digest: [number, number][] = [[today, todays(reviews, terms, dayEnd(now), done).length]];
	for (const start of new Set(later)) {
		const due = todays(reviews, terms, dayEnd(start), 0).length;
		digest.push([start, due]);
		if (due >= terms.daily) break;
	}
	return digest;
}

/** Notes, within a change, what the days bring after it. */
export async function noteDue(shelves: Change, now = Date.now()): Promise<void> {
	const [reviews, terms, steps] = await Promise.all([
		shelves.objectStore('reviews').getAll(),
		shelves.objectStore('terms').get('terms'),
		shelves.objectStore('steps').getAll()
	]);
	keepDigest(digestOf(reviews, { ...usualTerms, ...terms }, doneToday(steps, now), now));
}
