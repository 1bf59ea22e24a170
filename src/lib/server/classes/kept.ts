import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Form } from '#lib/forms/form.ts';
import type { Item } from '#lib/items/item.ts';
import { fullMark } from '#lib/items/parts.ts';
import type { Engine } from '../storage/database.ts';
import type { Db } from './ground.ts';
import { inOrder, orderOf, type Order } from './order.ts';

/** One item of a paper as it is kept: which, in which wording, with its parts in which order. */
export interface PaperLine {
	id: string;
	rev: string;
	hash: string;
	order: Order;
}

const hashOf = (body: string): string =>
	createHash('sha256').update(body).digest('base64url').slice(0, 16);

/** Any number that nothing else locks by. */
const sweepLock = 20_260_615;

/** An item that is being put on a paper is not swept away: PostgreSQL is told which goes on, SQLite has one writer. */
async function guard(db: Db, engine: Engine, kind: 'keeping' | 'sweeping'): Promise<void> {
	if (engine === 'sqlite') return;
	const number = sql.lit(sweepLock);
	const lock = {
		keeping: sql`select pg_advisory_xact_lock_shared(${number})`,
		sweeping: sql`select pg_advisory_xact_lock(${number})`
	}[kind];
	await lock.execute(db);
}

/** What is kept of an item. The order of its parts is the paper's: here they are sorted, so that all papers share it. */
function keptBody(item: Item) {
	const sorted = orderOf(item).map((list) => [...list].sort());
	const body = JSON.stringify(inOrder(item, sorted));
	return { id: item.id, rev: item.rev, hash: hashOf(body), body };
}

/** Keeps the items of a paper as they are now, in the transaction of whoever needs them. */
export async function keepPaper(
	db: Db,
	engine: Engine,
	assignmentId: string,
	{ items }: Form
): Promise<PaperLine[]> {
	const rows = items.map(({ item }) => ({ item, kept: keptBody(item) }));
	await guard(db, engine, 'keeping');
	await db
		.insertInto('kept_item')
		.values(rows.map(({ kept }) => kept).sort((a, b) => (a.id < b.id ? -1 : 1)))
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	await db
		.insertInto('paper_item')
		.values(
			rows
				.map(({ kept: { id, rev, hash } }) => ({ assignment_id: assignmentId, id, rev, hash }))
				.sort((a, b) => (a.id < b.id ? -1 : 1))
		)
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	return rows.map(({ item, kept: { id, rev, hash } }) => ({ id, rev, hash, order: orderOf(item) }));
}

/** Items never change once kept: what was read from the database once stays true. */
const known = new Map<string, Item>();
const mostKnown = 5_000;
const nameOf = ({ id, rev, hash }: Omit<PaperLine, 'order'>) => `${id}\n${rev}\n${hash}`;

async function keptItems(db: Db, lines: readonly PaperLine[]): Promise<Map<string, Item>> {
	const missing = lines.filter((line) => !known.has(nameOf(line)));
	const found = missing.length === 0 ? [] : await readKept(db, missing);
	if (known.size + found.length > mostKnown) known.clear();
	for (const row of found) known.set(nameOf(row), JSON.parse(row.body) as Item);
	const items = new Map<string, Item>();
	for (const line of lines) {
		const item = known.get(nameOf(line));
		if (item) items.set(nameOf(line), item);
	}
	// what the cache dropped in between is read again
	if (items.size === new Set(lines.map(nameOf)).size) return items;
	for (const row of await readKept(db, lines)) items.set(nameOf(row), JSON.parse(row.body) as Item);
	return items;
}

const readKept = (db: Db, lines: readonly PaperLine[]) =>
	db
		.selectFrom('kept_item')
		.selectAll()
		.where('id', 'in', [...new Set(lines.map(({ id }) => id))])
		.execute();

/** A kept paper as it was set. @throws Error when an item of it is not there: nothing takes one away */
export async function readPaper(
	db: Db,
	lines: readonly PaperLine[],
	{ module, seed, bank }: Pick<Form, 'module' | 'seed' | 'bank'>
): Promise<Form> {
	const items = await keptItems(db, lines);
	return {
		module,
		seed,
		bank,
		lacks: [],
		items: lines.map((line) => {
			const kept = items.get(nameOf(line));
			if (!kept) throw new Error(`no item ${line.id} of revision ${line.rev} is kept`);
			const item = inOrder(kept, line.order);
			return { item, marks: fullMark(item) };
		})
	};
}

/** Drops kept items that are on no paper any more. */
export async function sweep(db: Db, engine: Engine): Promise<void> {
	await guard(db, engine, 'sweeping');
	await db
		.deleteFrom('kept_item')
		.where((eb) =>
			eb.not(
				eb.exists(
					eb
						.selectFrom('paper_item')
						.select('paper_item.id')
						.whereRef('paper_item.id', '=', 'kept_item.id')
						.whereRef('paper_item.rev', '=', 'kept_item.rev')
						.whereRef('paper_item.hash', '=', 'kept_item.hash')
				)
			)
		)
		.execute();
}
