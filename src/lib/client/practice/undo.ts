import { change, type Change, type Step } from './database.ts';
import { stands } from './store.ts';

/** Hands "this answer switched reviews on" to the first answer that is left; when none is, nothing did. */
async function passOn(shelves: Change) {
	const first = await shelves.objectStore('steps').openCursor();
	if (first) return first.update({ ...first.value, began: true });
	const rest = { ...(await shelves.objectStore('terms').get('terms')) };
	delete rest.on;
	await shelves.objectStore('terms').put(rest, 'terms');
}

/** Takes a step back, unless its item was answered, or taken in, since. @returns whether it did */
async function takeBack(shelves: Change, key: number, step: Step): Promise<boolean> {
	const reviews = shelves.objectStore('reviews');
	if (!stands(step, await reviews.get(step.id))) return false;
	await (step.before ? reviews.put(step.before) : reviews.delete(step.id));
	await shelves.objectStore('steps').delete(key);
	if (step.began) await passOn(shelves);
	return true;
}

/**
 * Takes back answers as if they had not been given; those after which the item was answered again stay.
 * @param steps as `record` told them
 * @returns the ids of the items that are as they were
 */
export const undo = (steps: readonly number[]): Promise<string[]> =>
	change(async (shelves) => {
		const undone: string[] = [];
		for (const key of [...steps].sort((a, b) => b - a)) {
			const step = await shelves.objectStore('steps').get(key);
			if (step && (await takeBack(shelves, key, step))) undone.push(step.id);
		}
		return undone;
	});

/** Takes back the last answer that was given on /review. @returns its id; undefined when there is none */
export const undoReview = (): Promise<string | undefined> =>
	change(async (shelves) => {
		const store = shelves.objectStore('steps');
		for (const key of (await store.getAllKeys()).reverse()) {
			const step = await store.get(key);
			if (step?.by === 'review' && (await takeBack(shelves, key, step))) return step.id;
		}
		return undefined;
	});
