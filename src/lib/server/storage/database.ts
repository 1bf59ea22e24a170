import { Kysely, sql, type Transaction } from 'kysely';
import { Groups } from './groups.ts';
import { migrate } from './migrate.ts';
import { patiently, usualPatience, type Patience } from './patience.ts';
import { postgresDialect } from './postgres.ts';
import { FileDialect } from './sqlite.ts';
import type { Schema } from './tables.ts';

export type Engine = 'sqlite' | 'postgres';
export type Reading = Kysely<Schema>;
export type Changing = Transaction<Schema>;

/** The database. All of the program's work with it goes through `read` and `change`. */
export class Store {
	readonly engine: Engine;
	readonly db: Kysely<Schema>;
	readonly #patience: Patience;
	readonly #groups: Groups | undefined;

	constructor(engine: Engine, db: Kysely<Schema>, patience: Patience) {
		this.engine = engine;
		this.db = db;
		this.#patience = patience;
		this.#groups = engine === 'sqlite' ? new Groups(db, patience) : undefined;
	}

	/** Reads, again when the database is away. @throws StorageAway after ten seconds */
	read<T>(work: (db: Reading) => Promise<T>): Promise<T> {
		return patiently(this.#patience, () => work(this.db));
	}

	/**
	 * Changes in one transaction, durable when this returns. When the database is locked or away, the work is done
	 * again, also where the answer to a commit was lost: it must be such that twice is the same as once (ids are made
	 * before, not within). @throws StorageAway after ten seconds
	 */
	change<T>(work: (db: Changing) => Promise<T>): Promise<T> {
		if (this.#groups) return this.#groups.do(work);
		return patiently(this.#patience, () => this.db.transaction().execute(work));
	}

	/**
	 * `change` for deletions: what is gone is gone from SQLite's log as well when this returns (when somebody reads a backup
	 * just then, with the next checkpoint). PostgreSQL gives the room free, and writes over it in its own time.
	 */
	async erase<T>(work: (db: Changing) => Promise<T>): Promise<T> {
		const done = await this.change(work);
		if (this.engine === 'sqlite')
			await this.read((db) => sql`pragma wal_checkpoint(truncate)`.execute(db));
		return done;
	}

	/** Reads everything as it is at one moment, while others write. @throws StorageAway after ten seconds */
	snapshot<T>(work: (db: Changing) => Promise<T>): Promise<T> {
		const transaction = this.db
			.transaction()
			.setAccessMode('read only')
			.setIsolationLevel('repeatable read');
		return patiently(this.#patience, () => transaction.execute(work));
	}

	/** Closes the connections. */
	close(): Promise<void> {
		return this.db.destroy();
	}
}

const defaultFile = 'data/sourcebook.db';
const isPostgres = (url: string) => /^postgres(?:ql)?:/.test(url);

/** What is wrong with DATABASE_URL, as a sentence; undefined when nothing is. */
export const urlProblem = (url: string | undefined): string | undefined =>
	url && /^[a-z]+:\/\//i.test(url) && !isPostgres(url) && !url.startsWith('file://')
		? `DATABASE_URL must be postgres://… or the path of a file, but begins with “${url.split(':')[0]}:”.`
		: undefined;

const sqliteDialect = (place: string) => new FileDialect(place.replace(/^file:(?:\/\/)?/, ''));

/** Brings the tables up to date: with many rows, that may take a while. */
async function bringUpToDate(store: Store, place: string): Promise<void> {
	if (store.engine === 'sqlite') return store.read(migrate);
	const db = new Kysely<Schema>({ dialect: await postgresDialect(place, true) });
	await store.read(() => migrate(db)).finally(() => db.destroy());
}

/**
 * Opens the database and brings its tables up to date.
 * @param url `postgres://…`, or the path of a file (default: data/sourcebook.db)
 * @param options `unhurried`: statements may take as long as they need
 * @throws StorageAway when it is away, Error when it was made by a newer version of this program
 */
export async function openStore(
	url: string | undefined,
	{ patienceMillis: millis = usualPatience.millis, unhurried = false } = {}
): Promise<Store> {
	const problem = urlProblem(url);
	if (problem) throw new Error(problem);
	const place = url || defaultFile;
	const engine: Engine = isPostgres(place) ? 'postgres' : 'sqlite';
	const dialect =
		engine === 'postgres' ? await postgresDialect(place, unhurried) : sqliteDialect(place);
	const store = new Store(engine, new Kysely<Schema>({ dialect }), { ...usualPatience, millis });
	try {
		await bringUpToDate(store, place);
	} catch (error) {
		await store.close();
		throw error;
	}
	return store;
}
