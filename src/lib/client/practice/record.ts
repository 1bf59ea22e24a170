import {
	answered,
	ratingOf,
	type Answer,
	type Met,
	type Rating,
	type Review
} from '#lib/practice/review.ts';
import { change, type Change, type Occasion, type Step } from './database.ts';
import { dayStart } from './days.ts';
import { leaveHint } from './hint.ts';
import { setTerms } from './store.ts';

/** An item with what was answered; without a rating the mark alone says how well it was known. */
export interface Judged extends Met, Answer {
	rating?: Rating;
}

/** An answer that counted, and the step by which it is undone. */
export interface Recorded {
	id: string;
	step: number;
}

/** Steps that can be undone, or count for today; earlier ones go. */
const stepsKept = 500;

async function addStep(shelves: Change, step: Step): Promise<number> {
	const steps = shelves.objectStore('steps');
	const key = await steps.add(step);
	const keys = await steps.getAllKeys();
	for (const key of keys.slice(0, -stepsKept)) await steps.delete(key);
	return key;
}

/** Of an item the first answer of a day counts: later ones were given with the feedback in sight. */
const countsToday = (before: Review | undefined, now: number) =>
	!before || before.last < dayStart(now);

/**
 * Puts answers into the reader's reviews. What was answered in a quiz goes there only when the reader has begun reviews;
 * answering in a text or on /review, and keeping a result, begins them, unless the reader has switched it off.
 * @returns those that counted
 */
export async function record(
	judged: readonly Judged[],
	by: Occasion,
	now = Date.now()
): Promise<Recorded[]> {
	const recorded = await change(async (shelves) => {
		const on = (await shelves.objectStore('terms').get('terms'))?.on;
		if (!on && by === 'quiz') return [];
		const reviews = shelves.objectStore('reviews');
		const done: Recorded[] = [];
		for (const one of judged) {
			const before = await reviews.get(one.id);
			if (!countsToday(before, now)) continue;
			const review = answered(before, one, one, one.rating ?? ratingOf(one), now);
			await reviews.put(review);
			const began = on === undefined && done.length === 0;
			if (began) await setTerms(shelves, { on: true });
			const { id, last, reps } = review;
			const step = { id, before: before ?? null, last, reps, began, at: now, by };
			done.push({ id, step: await addStep(shelves, step) });
		}
		return done;
	});
	if (recorded.length > 0) leaveHint(true);
	return recorded;
}
