/** What is kept as a whole: another device's file joined to it, and all of it erased. */
import { usualTerms } from '#lib/practice/due.ts';
import { merged, type Practice, type Taken } from '#lib/practice/merge.ts';
import { begunPapers, forget } from '../begun.ts';
import { forgetSat, keepSat, satPapers } from '../sat.ts';
import { change } from './database.ts';
import { leaveHint } from './hint.ts';

/** Joins a file to what is here. Answers that its own take the place of can't be undone any more. */
export async function takeFile(file: Practice): Promise<Taken> {
	const { taken, practice } = await change(async (shelves) => {
		const own = await shelves.objectStore('terms').get('terms');
		const here = {
			terms: { ...usualTerms, ...own },
			reviews: await shelves.objectStore('reviews').getAll(),
			read: await shelves.objectStore('read').getAll(),
			papers: satPapers()
		};
		const joined = merged(here, file);
		const { reviews, read, terms } = joined.practice;
		for (const review of reviews) await shelves.objectStore('reviews').put(review);
		for (const one of read) await shelves.objectStore('read').put(one);
		// a file without an answer says nothing of whether reviews were begun
		if (file.reviews.length > 0 && terms !== here.terms)
			await shelves.objectStore('terms').put(terms, 'terms');
		return joined;
	});
	keepSat(...practice.papers);
	leaveHint(true);
	return taken;
}

/** The service worker's copies of questions and papers, which tell what was met; see src/lib/worker/practice.ts. */
const isMet = ({ url }: Request) => /^\/practice\/|\/paper\.json$/.test(new URL(url).pathname);

async function forgetCopies() {
	if (!('caches' in globalThis)) return;
	for (const name of await caches.keys()) {
		const cache = await caches.open(name);
		for (const request of (await cache.keys()).filter(isMet)) await cache.delete(request);
	}
}

/** Forgets all that is kept of the reader's practice: reviews, what was read, and papers begun and handed in. */
export async function forgetAll(): Promise<void> {
	await change(async (shelves) => {
		for (const name of ['reviews', 'read', 'terms', 'steps'] as const)
			await shelves.objectStore(name).clear();
	});
	for (const { paper } of begunPapers()) forget(paper);
	for (const { paper } of satPapers()) forgetSat(paper);
	await forgetCopies();
	leaveHint(false);
}
