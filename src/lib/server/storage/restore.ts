import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import {
	BackupProblem,
	format,
	tablesInOrder,
	type Row,
	type RowLine,
	type TableName
} from './backup-format.ts';
import type { Changing, Store } from './database.ts';
import { migrations } from './migrations/index.ts';

const rowsAtOnce = 200;

const value = z.union([z.string(), z.number(), z.null()]);
const headerLine = z.object({ format: z.string(), migrations: z.array(z.string()) });
const rowLine = z.tuple([z.enum(tablesInOrder), z.record(z.string(), value)]);
const footerLine = z.strictObject({ rows: z.number() });

const lines = (path: string) =>
	createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Infinity });

const damaged = (number: number) =>
	new BackupProblem(`line ${number} of the file is damaged: nothing was changed.`);

function parse(text: string, number: number): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw damaged(number);
	}
}

function checkHeader(json: unknown): void {
	const { data } = headerLine.safeParse(json);
	if (data?.format !== format) throw new BackupProblem('this file is no backup of this program.');
	if (data.migrations.some((name) => !(name in migrations)))
		throw new BackupProblem(
			'this backup is of a newer version of the program: update it, then restore.'
		);
}

/** Reads a backup to its end before anything is changed. @throws BackupProblem */
async function check(path: string): Promise<void> {
	let number = 0;
	let rows = 0;
	let isWhole = false;
	for await (const text of lines(path)) {
		number++;
		const json = parse(text, number);
		if (isWhole) throw damaged(number);
		if (number === 1) checkHeader(json);
		else if (rowLine.safeParse(json).success) rows++;
		else if (footerLine.safeParse(json).data?.rows === rows) isWhole = true;
		else throw damaged(number);
	}
	if (!isWhole) throw new BackupProblem('the end of the file is missing: nothing was changed.');
}

/** Names of the columns in which PostgreSQL has yes and no. */
async function yesNoColumns(db: Changing): Promise<Map<string, Set<string>>> {
	const tables = await db.introspection.getTables();
	return new Map(
		tables.map(({ name, columns }) => [
			name,
			new Set(columns.filter(({ dataType }) => dataType === 'bool').map((column) => column.name))
		])
	);
}

/** Puts the rows of a checked backup in place of all that is there. */
async function replaceAll(db: Changing, path: string): Promise<number> {
	const yesNo = await yesNoColumns(db);
	for (const table of tablesInOrder.toReversed()) await db.deleteFrom(table as TableName).execute();
	let count = 0;
	let table: TableName | undefined;
	let batch: Row[] = [];
	const insert = async () => {
		if (table && batch.length > 0)
			await db
				.insertInto(table)
				.values(batch as never)
				.execute();
		batch = [];
	};
	for await (const text of lines(path)) {
		const json: unknown = JSON.parse(text);
		if (!Array.isArray(json)) continue; // first and last line
		const [name, row] = json as RowLine;
		if (name !== table || batch.length === rowsAtOnce) await insert();
		table = name;
		const isYesNo = yesNo.get(name);
		batch.push(
			Object.fromEntries(
				Object.entries(row).map(([column, value]) => [
					column,
					isYesNo?.has(column) && value !== null ? (Boolean(value) as never) : value
				])
			)
		);
		count++;
	}
	await insert();
	return count;
}

/**
 * Replaces everything in the database by what a backup of either database has, in one transaction; the server may go on
 * serving. @returns how many rows
 * @throws BackupProblem when the file is no backup, damaged, or of a newer version: then nothing is changed
 */
export async function restore(store: Store, path: string): Promise<number> {
	await check(path);
	return store.change((db) => replaceAll(db, path));
}
