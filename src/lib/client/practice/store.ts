import { usualTerms, type Terms } from '#lib/practice/due.ts';
import { merged, type Practice, type Taken } from '#lib/practice/merge.ts';
import {
	answered,
	ratingOf,
	type Answer,
	type Met,
	type Rating,
	type Review
} from '#lib/practice/review.ts';
import { change, database, type Change, type Occasion, type Step } from './database.ts';
import { dayStart } from './days.ts';
import { leaveHint } from './hint.ts';

/** What is kept of the reader's practice, and what was done today. */
export interface Kept extends Practice {
	/** Reviewed on /review today. */
	done: number;
	/** There is an answer to undo. */
	undoable: boolean;
}

/** An item with what was answered; without a rating the mark alone says how well it was known. */
export interface Judged extends Met, Answer {
	rating?: Rating;
}

/** Steps that can be undone, or count for today; earlier ones go. */
const stepsKept = 500;

/** All that is kept. @throws when this browser keeps nothing for the site */
export async function kept(now = Date.now()): Promise<Kept> {
	const shelves = (await database()).transaction(['reviews', 'read', 'terms', 'steps']);
	const [reviews, read, terms, steps] = await Promise.all([
		shelves.objectStore('reviews').getAll(),
		shelves.objectStore('read').getAll(),
		shelves.objectStore('terms').get('terms'),
		shelves.objectStore('steps').getAll()
	]);
	const since = dayStart(now);
	const done = steps.filter(({ by, at }) => by === 'review' && at >= since).length;
	return { terms: { ...usualTerms, ...terms }, reviews, read, done, undoable: steps.length > 0 };
}

async function addStep(shelves: Change, step: Step) {
	const steps = shelves.objectStore('steps');
	await steps.add(step);
	const keys = await steps.getAllKeys();
	for (const key of keys.slice(0, -stepsKept)) await steps.delete(key);
}

/** Of an item the first answer of a day counts: later ones were given with the feedback in sight. */
const countsToday = (before: Review | undefined, now: number) =>
	!before || before.last < dayStart(now);

/**
 * Puts answers into the reader's reviews. What was answered in a quiz goes there only when the reader has begun reviews;
 * answering in a text or on /review begins them.
 * @returns the reviews that changed
 */
export async function record(
	judged: readonly Judged[],
	by: Occasion,
	now = Date.now()
): Promise<Review[]> {
	const changed = await change(async (shelves) => {
		const terms = { ...usualTerms, ...(await shelves.objectStore('terms').get('terms')) };
		if (!terms.on && by === 'quiz') return [];
		if (!terms.on) await shelves.objectStore('terms').put({ ...terms, on: true }, 'terms');
		const reviews = shelves.objectStore('reviews');
		const put: Review[] = [];
		for (const one of judged) {
			const before = await reviews.get(one.id);
			if (!countsToday(before, now)) continue;
			const review = answered(before, one, one, one.rating ?? ratingOf(one), now);
			await reviews.put(review);
			const began = !terms.on && put.length === 0;
			await addStep(shelves, { id: one.id, before: before ?? null, began, at: now, by });
			put.push(review);
		}
		return put;
	});
	if (changed.length > 0) leaveHint(true);
	return changed;
}

/**
 * Takes back the last answer, or the last of each of these items, as if it had not been given.
 * @returns the ids of the items that are as they were
 */
export const undo = (ids?: readonly string[]): Promise<string[]> =>
	change(async (shelves) => {
		const open = ids && new Set(ids);
		const undone: string[] = [];
		let cursor = await shelves.objectStore('steps').openCursor(null, 'prev');
		while (cursor && (open ? open.size > 0 : undone.length === 0)) {
			const { id, before, began } = cursor.value;
			if (!open || open.delete(id)) {
				const reviews = shelves.objectStore('reviews');
				await (before ? reviews.put(before) : reviews.delete(id));
				if (began) await setTerms(shelves, { on: false });
				await cursor.delete();
				undone.push(id);
			}
			cursor = await cursor.continue();
		}
		return undone;
	});

async function setTerms(shelves: Change, terms: Partial<Terms>) {
	const before = await shelves.objectStore('terms').get('terms');
	await shelves.objectStore('terms').put({ ...usualTerms, ...before, ...terms }, 'terms');
}

/** Changes the reader's own terms: on or off, how many a day, paused until when. */
export async function choose(terms: Partial<Terms>): Promise<void> {
	await change((shelves) => setTerms(shelves, terms));
	leaveHint(true);
}

/** Sets an item apart that the bank no longer has; it comes back when it is met again. */
export const setApart = (id: string): Promise<void> =>
	change(async (shelves) => {
		const review = await shelves.objectStore('reviews').get(id);
		if (review) await shelves.objectStore('reviews').put({ ...review, gone: true });
	});

/** An explainer was read to its end. */
export async function markRead(slug: string, now = Date.now()): Promise<void> {
	await change((shelves) => shelves.objectStore('read').put({ slug, at: now }));
	leaveHint(true);
}

/** Joins a file to what is here. Answers given before it can't be undone any more. */
export async function takeFile(file: Practice): Promise<Taken> {
	const taken = await change(async (shelves) => {
		const here = {
			terms: { ...usualTerms, ...(await shelves.objectStore('terms').get('terms')) },
			reviews: await shelves.objectStore('reviews').getAll(),
			read: await shelves.objectStore('read').getAll()
		};
		const { practice, taken } = merged(here, file);
		for (const review of practice.reviews) await shelves.objectStore('reviews').put(review);
		for (const one of practice.read) await shelves.objectStore('read').put(one);
		await shelves.objectStore('terms').put(practice.terms, 'terms');
		await shelves.objectStore('steps').clear();
		return taken;
	});
	leaveHint(true);
	return taken;
}

/** Forgets all that is kept of the reader's practice. */
export async function forgetAll(): Promise<void> {
	await change(async (shelves) => {
		for (const name of ['reviews', 'read', 'terms', 'steps'] as const)
			await shelves.objectStore(name).clear();
	});
	leaveHint(false);
}
