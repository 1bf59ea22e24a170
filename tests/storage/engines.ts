import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, inject, test } from 'vitest';
import { openStore, type Engine, type Store } from '../../src/lib/server/storage/database.ts';
import type { Bank } from '../../src/lib/items/bank.ts';
import type { Index } from '../../src/lib/facts/pack.ts';
import type { Ground } from '../../src/lib/server/classes/ground.ts';
import { mills, readFiles } from '../unit/packs.ts';

/** A database of a test's own. */
export interface Place {
	url: string;
	remove(): Promise<void>;
}

async function inPostgres(sql: string): Promise<void> {
	const client = new pg.Client(inject('postgres'));
	await client.connect();
	await client.query(sql);
	await client.end();
}

const places: Record<Engine, () => Promise<Place>> = {
	async sqlite() {
		const folder = mkdtempSync(join(tmpdir(), 'sourcebook-storage-'));
		return {
			url: join(folder, 'test.db'),
			remove: async () => rmSync(folder, { recursive: true })
		};
	},
	async postgres() {
		const name = `test_${randomBytes(6).toString('hex')}`;
		await inPostgres(`create database ${name}`);
		const url = new URL(inject('postgres'));
		url.pathname = name;
		return { url: url.href, remove: () => inPostgres(`drop database ${name} with (force)`) };
	}
};

/** An empty database. */
export const newPlace = (engine: Engine): Promise<Place> => places[engine]();

/** The engines there are on this machine. */
export const engines = (): Engine[] => (inject('postgres') ? ['sqlite', 'postgres'] : ['sqlite']);

/** Runs a suite on each database. */
export function onEachEngine(name: string, suite: (engine: Engine) => void): void {
	for (const engine of engines()) describe(`${name}, on ${engine}`, () => suite(engine));
	if (!inject('postgres')) test.skip(`${name}: NOT TESTED on PostgreSQL, which is not installed`);
}

/** A small bank about another topic than the sourcebook's. */
let known: { index: Index; bank: Bank } | undefined;
export function millsContent(): { index: Index; bank: Bank } {
	if (!known) {
		const { index, bank, problems } = readFiles(mills());
		if (!index || !bank) throw new Error(JSON.stringify(problems));
		known = { index, bank };
	}
	return known;
}

/** What the services stand on, with a clock that the test sets, and content that it may change. */
export interface TestGround extends Ground {
	store: Store;
	/** As DATABASE_URL names it. */
	url: string;
	at: number;
	content: () => { index: Index; bank: Bank };
}

export const noon = Date.UTC(2031, 4, 7, 12);

/** A ground for a suite: opened before its tests, removed after them. */
export function suiteGround(engine: Engine): TestGround {
	const ground = { at: noon, now: () => ground.at, content: millsContent } as TestGround;
	let place: Place;
	beforeAll(async () => {
		place = await newPlace(engine);
		ground.url = place.url;
		ground.store = await openStore(place.url);
	});
	afterAll(async () => {
		await ground.store.close();
		await place.remove();
	});
	return ground;
}
