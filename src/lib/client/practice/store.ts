import { usualTerms, type Terms } from '#lib/practice/due.ts';
import type { Practice } from '#lib/practice/merge.ts';
import { satPapers } from '../sat.ts';
import { change, database, type Change, type Step } from './database.ts';
import { doneToday } from './digest.ts';
import { leaveHint } from './hint.ts';

/** What is kept of the reader's practice, and what was done today. */
export interface Kept extends Practice {
	/** Reviewed on /review today. */
	done: number;
	/** When the last answer on /review was given that can be undone; 0 when there is none. */
	undoable: number;
}

/** Whether nothing came after a step: its item stands as it left it. */
export const stands = (step: Step, review: { last: number; reps: number } | undefined): boolean =>
	review?.last === step.last && review.reps === step.reps;

/** All that is kept. @throws when this browser keeps nothing for the site */
export async function kept(now = Date.now()): Promise<Kept> {
	const shelves = (await database()).transaction(['reviews', 'read', 'terms', 'steps']);
	const [reviews, read, terms, steps] = await Promise.all([
		shelves.objectStore('reviews').getAll(),
		shelves.objectStore('read').getAll(),
		shelves.objectStore('terms').get('terms'),
		shelves.objectStore('steps').getAll()
	]);
	const byId = new Map(reviews.map((review) => [review.id, review]));
	return {
		terms: { ...usualTerms, ...terms },
		reviews,
		read,
		papers: satPapers(),
		done: doneToday(steps, now),
		undoable:
			steps.findLast((step) => step.by === 'review' && stands(step, byId.get(step.id)))?.at ?? 0
	};
}

export async function setTerms(shelves: Change, terms: Partial<Terms>) {
	const before = await shelves.objectStore('terms').get('terms');
	await shelves.objectStore('terms').put({ ...before, ...terms }, 'terms');
}

/** Changes the reader's own terms: on or off, how many a day, paused until when. */
export async function choose(terms: Partial<Terms>): Promise<void> {
	await change(async (shelves) => {
		await setTerms(shelves, terms);
		if (terms.on === undefined) return;
		// from now on it is the reader's word, and no undo takes it back
		let cursor = await shelves.objectStore('steps').openCursor();
		for (; cursor; cursor = await cursor.continue())
			if (cursor.value.began) await cursor.update({ ...cursor.value, began: false });
	});
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
