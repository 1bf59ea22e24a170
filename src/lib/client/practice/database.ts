import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import type { Terms } from '#lib/practice/due.ts';
import type { Reading } from '#lib/practice/merge.ts';
import type { Review } from '#lib/practice/review.ts';
import { noteDue } from './digest.ts';

/** Where an answer was given: in a text, in a quiz, in a quiz whose result the reader then kept, on the page of reviews. */
export type Occasion = 'recall' | 'quiz' | 'result' | 'review';

/** What one answer changed, so that it can be undone. */
export interface Step {
	id: string;
	/** null when the item was not met before. */
	before: Review | null;
	/** By these the review that came of it is known: another has been answered, or taken in, since. */
	last: number;
	reps: number;
	/** This answer switched reviews on, or the first of those left that did. */
	began: boolean;
	at: number;
	by: Occasion;
}

export interface Shelves extends DBSchema {
	reviews: { key: string; value: Review };
	read: { key: string; value: Reading };
	/** What the reader chose; the rest is as usual. */
	terms: { key: 'terms'; value: Partial<Terms> };
	steps: { key: number; value: Step };
}
export type Change = IDBPTransaction<
	Shelves,
	('reviews' | 'read' | 'terms' | 'steps')[],
	'readwrite'
>;

const name = 'practice';
let opened: Promise<IDBPDatabase<Shelves>> | undefined;

function open(): Promise<IDBPDatabase<Shelves>> {
	const letGo = () => void opened?.then((database) => database.close());
	return openDB<Shelves>(name, 1, {
		upgrade(database) {
			database.createObjectStore('reviews', { keyPath: 'id' });
			database.createObjectStore('read', { keyPath: 'slug' });
			database.createObjectStore('terms');
			database.createObjectStore('steps', { autoIncrement: true });
		},
		// another tab erases it, or brings a newer shape
		blocking: () => {
			letGo();
			opened = undefined;
		},
		terminated: () => (opened = undefined)
	});
}

/** The reader's data base. @throws when this browser keeps nothing for the site */
export function database(): Promise<IDBPDatabase<Shelves>> {
	opened ??= open().catch((error: unknown) => {
		opened = undefined; // the reader may allow it later
		throw error;
	});
	return opened;
}

/**
 * Does all of a change, or nothing. Two tabs take turns: each reads what the other has written.
 * @throws when this browser keeps nothing, or has no room
 */
export async function change<T>(work: (change: Change) => Promise<T>): Promise<T> {
	const transaction = (await database()).transaction(
		['reviews', 'read', 'terms', 'steps'],
		'readwrite'
	);
	try {
		const result = await work(transaction);
		await noteDue(transaction);
		await transaction.done;
		return result;
	} catch (error) {
		transaction.done.catch(() => undefined); // said once
		if (transaction.error === null) tryAbort(transaction);
		throw error;
	}
}

function tryAbort(transaction: Change) {
	try {
		transaction.abort();
	} catch {
		// it ended by itself
	}
}
