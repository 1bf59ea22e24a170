import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sql } from 'kysely';
import { format, tablesInOrder, type Header, type Row, type Value } from './backup-format.ts';
import type { Changing, Engine, Store } from './database.ts';
import { migrations } from './migrations/index.ts';

const rowsAtOnce = 1_000;

/** A value as both databases can take it back. */
function portable(value: unknown): Value {
	if (value instanceof Date) return value.toISOString();
	if (typeof value === 'boolean') return Number(value);
	if (value === null || typeof value === 'string' || typeof value === 'number') return value;
	throw new Error(`a backup has no place for a ${typeof value}`);
}
const portableRow = (row: object): Row =>
	Object.fromEntries(Object.entries(row).map(([name, value]) => [name, portable(value)]));

/** The rows of a table, a thousand at a time. */
async function* rowsOf(db: Changing, engine: Engine, table: string): AsyncGenerator<Row[]> {
	if (engine === 'sqlite') {
		const rows: Row[] = [];
		for await (const row of db
			.selectFrom(table as 'setting')
			.selectAll()
			.stream()) {
			rows.push(portableRow(row));
			if (rows.length === rowsAtOnce) yield rows.splice(0);
		}
		return yield rows;
	}
	await sql`declare backup no scroll cursor for select * from ${sql.table(table)}`.execute(db);
	const next = () => sql<object>`fetch ${sql.lit(rowsAtOnce)} from backup`.execute(db);
	for (let { rows } = await next(); rows.length > 0; { rows } = await next())
		yield rows.map(portableRow);
	await sql`close backup`.execute(db);
}

/** Writes all rows of one moment into a file that is open. @returns how many */
async function writeAll(db: Changing, engine: Engine, file: FileHandle, at: Date): Promise<number> {
	const header: Header = { format, migrations: Object.keys(migrations), at: at.toISOString() };
	await file.truncate(0);
	let place = 0;
	const write = async (values: unknown[]) => {
		const text = values.map((value) => `${JSON.stringify(value)}\n`).join('');
		place += (await file.write(text, place)).bytesWritten;
	};
	await write([header]);
	let count = 0;
	for (const table of tablesInOrder)
		for await (const rows of rowsOf(db, engine, table)) {
			await write(rows.map((row) => [table, row]));
			count += rows.length;
		}
	await write([{ rows: count }]);
	return count;
}

/**
 * Writes everything in the database, as it is at one moment, into a file that both databases can be restored from.
 * The server may go on serving. The file is readable for its owner alone, and is there only when it is whole.
 * @returns how many rows it has
 * @throws Error of the file system, StorageAway
 */
export async function backup(store: Snapshot, path: string): Promise<number> {
	const part = `${path}.part`;
	const file = await open(part, 'w', 0o600);
	try {
		const rows = await store.snapshot((db) => writeAll(db, store.engine, file, new Date()));
		await file.sync();
		await file.close();
		await rename(part, path);
		await syncFolder(dirname(path));
		return rows;
	} catch (error) {
		await file.close().catch(() => undefined);
		await rm(part, { force: true });
		throw error;
	}
}

/** What of the store a backup needs. */
type Snapshot = Pick<Store, 'engine' | 'snapshot'>;

/** The new name is on the disk, too. Windows cannot open a folder, and need not. */
async function syncFolder(path: string): Promise<void> {
	if (process.platform === 'win32') return;
	const folder = await open(path, 'r');
	await folder.sync();
	await folder.close();
}
