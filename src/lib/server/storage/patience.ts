import { setTimeout as sleep } from 'node:timers/promises';
import { isAway, StorageAway } from './away.ts';

/** How long work waits for a database that is locked or away, and how often it asks. */
export interface Patience {
	millis: number;
	firstPauseMillis: number;
	longestPauseMillis: number;
}

export const usualPatience: Patience = {
	millis: 10_000,
	firstPauseMillis: 10,
	longestPauseMillis: 500
};

/** Does the work again and again while the database is away. @throws StorageAway when patience ends */
export async function patiently<T>(patience: Patience, work: () => Promise<T>): Promise<T> {
	const end = performance.now() + patience.millis;
	let pause = patience.firstPauseMillis;
	for (;;) {
		try {
			return await work();
		} catch (error) {
			if (!isAway(error)) throw error;
			if (performance.now() + pause > end) throw new StorageAway(error);
			// not all instances at the same moment
			await sleep(pause * (0.5 + Math.random()));
			pause = Math.min(2 * pause, patience.longestPauseMillis);
		}
	}
}
