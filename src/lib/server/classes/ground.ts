import type { Index } from '#lib/facts/pack.ts';
import type { Bank } from '#lib/items/bank.ts';
import type { Changing, Reading, Store } from '../storage/database.ts';

/** What the services stand on; all that is impure comes in here. */
export interface Ground {
	store: Store;
	/** The server's clock, in milliseconds UTC. */
	now(): number;
	/** The content from which papers are made; asked for only when one is. */
	content(): { index: Index; bank: Bank };
}

/** Inside or outside of a transaction. */
export type Db = Reading | Changing;

interface Lockable<Q> {
	forUpdate(): Q;
}

/** Keeps others from changing the rows that a query finds until the transaction ends. SQLite has one writer anyway. */
export const locking =
	({ engine }: Pick<Store, 'engine'>) =>
	<Q extends Lockable<Q>>(query: Q): Q =>
		engine === 'postgres' ? query.forUpdate() : query;
export type Lock = ReturnType<typeof locking>;
