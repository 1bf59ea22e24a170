import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { expect, inject, test } from 'vitest';
import { saveAnswer } from '../../src/lib/server/classes/answers.ts';
import { getAttempt } from '../../src/lib/server/classes/attempts.ts';
import { serverSecret } from '../../src/lib/server/classes/secret.ts';
import { StorageAway } from '../../src/lib/server/storage/away.ts';
import { openStore } from '../../src/lib/server/storage/database.ts';
import { migrations } from '../../src/lib/server/storage/migrations/index.ts';
import { findPostgres, startPostgres } from '../../tools/postgres.ts';
import { millsContent, newPlace, onEachEngine, suiteGround } from './engines.ts';
import { answerTo, aSitting, well } from './people.ts';

const saver = fileURLToPath(new URL('./saver.ts', import.meta.url));

onEachEngine('faults', (engine) => {
	const ground = suiteGround(engine);

	test('a process killed while saving has said nothing that is not so', async () => {
		const place = await newPlace(engine);
		const here = { ...ground, now: () => ground.at, store: await openStore(place.url) };
		const { attempt } = await aSitting(here as typeof ground);
		for (let turn = 0; turn < 4; turn++) {
			await here.store.db.deleteFrom('response').execute();
			const child = spawn(process.execPath, [saver, place.url, attempt.id]);
			let [said, failed] = ['', ''];
			child.stdout.on('data', (text: Buffer) => (said += text.toString()));
			child.stderr.on('data', (text: Buffer) => (failed += text.toString()));
			while (!said.includes('\n1\n') && child.exitCode === null) await sleep(5);
			expect([child.exitCode, failed]).toEqual([null, '']);
			await sleep(20 + 60 * turn);
			child.kill('SIGKILL');
			await once(child, 'close');
			const last = Number(said.trim().split('\n').at(-1)) || 0;
			const kept = await here.store.db.selectFrom('response').select('saved_at').execute();
			expect(kept.length).toBeGreaterThanOrEqual(last);
			expect(kept.length).toBeLessThanOrEqual(last + 1);
			expect(last).toBeGreaterThan(0);
		}
		await here.store.close();
		await place.remove();
	});

	test('instances that start at once make the tables once, and share one secret', async () => {
		const place = await newPlace(engine);
		const stores = await Promise.all(Array.from({ length: 4 }, () => openStore(place.url)));
		const secrets = await Promise.all(stores.map((store) => serverSecret({ store })));
		expect(new Set(secrets).size).toBe(1);
		const [first] = stores;
		const run = await sql<{ name: string }>`select name from kysely_migration`.execute(
			first?.db ?? ground.store.db
		);
		expect(run.rows.map(({ name }) => name).sort()).toEqual(Object.keys(migrations));
		await Promise.all(stores.map((store) => store.close()));
		await place.remove();
	});

	test('tables of a newer version are left alone', async () => {
		const place = await newPlace(engine);
		const store = await openStore(place.url);
		const at = new Date().toISOString();
		await sql`insert into kysely_migration (name, timestamp) values ('9999-later', ${at})`.execute(
			store.db
		);
		await store.close();
		await expect(openStore(place.url)).rejects.toThrow(/newer version/);
		await place.remove();
	});

	test('many transactions at once are done one after the other, and one that fails leaves nothing', async () => {
		const name = `counter-${engine}`;
		await ground.store.db.insertInto('setting').values({ name, value: '0' }).execute();
		const add = (fails: boolean) =>
			ground.store.change(async (db) => {
				const query = db.selectFrom('setting').select('value').where('name', '=', name);
				const { value } = await (
					engine === 'postgres' ? query.forUpdate() : query
				).executeTakeFirstOrThrow();
				await db
					.updateTable('setting')
					.set({ value: String(Number(value) + 1) })
					.where('name', '=', name)
					.execute();
				if (fails) throw new Error('no');
			});
		const all = await Promise.allSettled(Array.from({ length: 40 }, (_, at) => add(at % 4 === 0)));
		expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(30);
		const row = await ground.store.db
			.selectFrom('setting')
			.select('value')
			.where('name', '=', name)
			.executeTakeFirstOrThrow();
		expect(row.value).toBe('30');
	});
});

test('a locked file is waited for; in vain, a named error says so, and nothing is lost', async () => {
	const place = await newPlace('sqlite');
	const store = await openStore(place.url, { patienceMillis: 600 });
	const other = new DatabaseSync(place.url);
	const save = (value: string) =>
		store.change((db) => db.insertInto('setting').values({ name: value, value }).execute());
	other.exec('begin immediate');
	const waiting = save('waited');
	await sleep(200);
	other.exec('commit');
	await waiting;
	other.exec('begin immediate');
	await expect(save('never')).rejects.toThrow(StorageAway);
	// readers are not kept waiting by a writer
	const kept = await store.read((db) => db.selectFrom('setting').select('name').execute());
	expect(kept).toEqual([{ name: 'waited' }]);
	other.exec('rollback');
	await save('later');
	other.close();
	await store.close();
	await place.remove();
});

test.skipIf(!inject('postgres'))(
	'cut connections to PostgreSQL are made anew: every save is acknowledged, and stands',
	async () => {
		const place = await newPlace('postgres');
		const store = await openStore(place.url);
		const now = () => Date.now();
		const here = { store, url: place.url, at: now(), now, content: () => millsContent() };
		const sitting = await aSitting(here);
		const { actor } = sitting.student;
		const cutter = await openStore(place.url);
		const cut = () =>
			sql`select pg_terminate_backend(pid) from pg_stat_activity
				where datname = current_database() and pid <> pg_backend_pid()`.execute(cutter.db);
		let stop = false;
		const cutting = (async () => {
			while (!stop) {
				await cut();
				await sleep(100);
			}
		})();
		for (let base = 0; base < 40; base++) {
			const { saved } = well(await saveAnswer(here, actor, answerTo(sitting, 1, base % 2, base)));
			expect(saved.version).toBe(base + 1);
		}
		stop = true;
		await cutting;
		const { saved } = well(await getAttempt(here, actor, sitting.attempt.id)).sitting;
		expect([...saved.values()]).toMatchObject([{ version: 40 }]);
		await cutter.close();
		await store.close();
		await place.remove();
	}
);

test.skipIf(!inject('postgres'))(
	'PostgreSQL that went down is waited for; in vain, a named error says so, and nothing is lost',
	async () => {
		const postgres = await startPostgres(findPostgres() ?? '');
		const store = await openStore(postgres.url, { patienceMillis: 5_000 });
		const save = (name: string) =>
			store.change((db) => db.insertInto('setting').values({ name, value: name }).execute());
		const read = () => store.read((db) => db.selectFrom('setting').select('name').execute());
		await save('before');
		postgres.crash();
		const waiting = [save('waited'), read()];
		await sleep(300);
		postgres.start();
		await Promise.all(waiting);
		postgres.crash();
		const failing = [save('never'), read()].map((one) => expect(one).rejects.toThrow(StorageAway));
		await Promise.all(failing);
		postgres.start();
		await save('later');
		expect((await read()).map(({ name }) => name).sort()).toEqual(['before', 'later', 'waited']);
		await store.close();
		postgres.stop();
	}
);
