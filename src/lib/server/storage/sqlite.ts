import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
	CompiledQuery,
	SqliteAdapter,
	SqliteDialect,
	SqliteDriver,
	type DatabaseConnection,
	type SqliteDatabase,
	type TransactionSettings
} from 'kysely';

/** Waiting inside SQLite stops the whole process: it is kept short, and `Store` waits beside it. */
const busyMillis = 20;
/** Statements are few; preparing one costs more than running it. */
const mostPrepared = 300;

function openFile(file: string): DatabaseSync {
	mkdirSync(dirname(file), { recursive: true, mode: 0o700 }); // names of students are for no other user
	const db = new DatabaseSync(file, { timeout: busyMillis, enableForeignKeyConstraints: true });
	// full: a commit returns only when it is on the disk
	db.exec('pragma journal_mode = wal; pragma synchronous = full');
	db.exec('pragma secure_delete = on'); // what is deleted is overwritten: a class is gone from the file, too
	return db;
}

/** `node:sqlite` as Kysely knows a database. */
function shim(db: DatabaseSync): SqliteDatabase {
	const prepared = new Map<string, StatementSync>();
	const prepare = (text: string) => {
		const statement = prepared.get(text) ?? db.prepare(text);
		if (prepared.size >= mostPrepared) prepared.clear();
		prepared.set(text, statement);
		return statement;
	};
	return {
		close: () => db.close(),
		prepare(text) {
			const statement = prepare(text);
			const list = (values: readonly unknown[]) => values as SQLInputValue[];
			return {
				reader: statement.columns().length > 0,
				all: (values) => statement.all(...list(values)),
				run: (values) => statement.run(...list(values)),
				// a cursor has a statement of its own
				iterate: (values) => db.prepare(text).iterate(...list(values)) as IterableIterator<unknown>
			};
		}
	};
}

/** Takes the lock for writing at once: taken later, it could not be waited for. */
class LockingDriver extends SqliteDriver {
	override async beginTransaction(
		connection: DatabaseConnection,
		settings: TransactionSettings = {}
	): Promise<void> {
		const begin = settings.accessMode === 'read only' ? 'begin' : 'begin immediate';
		await connection.executeQuery(CompiledQuery.raw(begin));
	}
}

/** SQLite can change tables in a transaction: all migrations run in one, which is also the lock between two starts. */
class TransactionalAdapter extends SqliteAdapter {
	override get supportsTransactionalDdl(): true {
		return true;
	}
}

/** The embedded database in a file: write-ahead log, full durability, foreign keys enforced. */
export class FileDialect extends SqliteDialect {
	readonly #config: { database: () => Promise<SqliteDatabase> };

	/** @param file is made, with its folder, when first used */
	constructor(file: string) {
		const config = { database: async () => shim(openFile(file)) };
		super(config);
		this.#config = config;
	}
	override createDriver() {
		return new LockingDriver(this.#config);
	}
	override createAdapter() {
		return new TransactionalAdapter();
	}
}
