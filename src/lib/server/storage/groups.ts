import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { sql, type Kysely, type Transaction } from 'kysely';
import { isAway, StorageAway } from './away.ts';
import type { Patience } from './patience.ts';
import type { Schema } from './tables.ts';

type Work = (db: Transaction<Schema>) => Promise<unknown>;
interface Waiting {
	work: Work;
	since: number;
	resolve(value: unknown): void;
	reject(error: unknown): void;
}

const mostTogether = 100;

/** Does one work of several in a transaction: when it fails, it leaves nothing behind, and the others go on. */
async function apart(db: Transaction<Schema>, work: Work): Promise<PromiseSettledResult<unknown>> {
	await sql`savepoint one`.execute(db);
	try {
		const value = await work(db);
		await sql`release one`.execute(db);
		return { status: 'fulfilled', value };
	} catch (reason) {
		if (isAway(reason)) throw reason;
		await sql`rollback to one`.execute(db);
		await sql`release one`.execute(db);
		return { status: 'rejected', reason };
	}
}

/**
 * Group commit, for a database with one writer: what is to be changed at the same time is written to the disk together,
 * in one transaction, and acknowledged when that is done. Thirty answers that come at once wait for one write, not thirty.
 */
export class Groups {
	readonly #db: Kysely<Schema>;
	readonly #patience: Patience;
	readonly #queue: Waiting[] = [];
	#busy = false;

	constructor(db: Kysely<Schema>, patience: Patience) {
		this.#db = db;
		this.#patience = patience;
	}

	/** Does the work in a transaction, perhaps with others, until it is done or patience ends. @throws StorageAway */
	do<T>(work: (db: Transaction<Schema>) => Promise<T>): Promise<T> {
		const { promise, resolve, reject } = Promise.withResolvers<T>();
		this.#queue.push({ work, since: performance.now(), resolve: resolve as () => void, reject });
		if (!this.#busy) void this.#drain();
		return promise;
	}

	async #drain(): Promise<void> {
		this.#busy = true;
		let pause = this.#patience.firstPauseMillis;
		while (this.#queue.length > 0) {
			await turn(); // whatever else has come in meanwhile goes along
			const group = this.#queue.splice(0, mostTogether);
			if (await this.#run(group)) pause = this.#patience.firstPauseMillis;
			else {
				await sleep(pause);
				pause = Math.min(2 * pause, this.#patience.longestPauseMillis);
			}
		}
		this.#busy = false;
	}

	/** @returns false when the database is away: then the group stands in the queue again, but for who waited too long */
	async #run(group: Waiting[]): Promise<boolean> {
		try {
			const results = await this.#together(group);
			for (const [at, result] of results.entries())
				if (result.status === 'fulfilled') group[at]?.resolve(result.value);
				else group[at]?.reject(result.reason);
			return true;
		} catch (error) {
			if (isAway(error)) this.#putBack(group, error);
			else if (group.length > 1) for (const one of group) await this.#run([one]);
			else group[0]?.reject(error);
			return !isAway(error);
		}
	}

	async #together(group: Waiting[]): Promise<PromiseSettledResult<unknown>[]> {
		const transaction = this.#db.transaction();
		const [only] = group;
		if (group.length === 1 && only) {
			const value = await transaction.execute(only.work);
			return [{ status: 'fulfilled', value }];
		}
		return transaction.execute(async (db) => {
			const results: PromiseSettledResult<unknown>[] = [];
			for (const { work } of group) results.push(await apart(db, work));
			return results;
		});
	}

	#putBack(group: Waiting[], error: unknown): void {
		const now = performance.now();
		const waits = (one: Waiting) => now - one.since < this.#patience.millis;
		for (const one of group) if (!waits(one)) one.reject(new StorageAway(error));
		this.#queue.unshift(...group.filter(waits));
	}
}
