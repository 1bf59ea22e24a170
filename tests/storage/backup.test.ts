import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as path } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sql } from 'kysely';
import { saveAnswer } from '../../src/lib/server/classes/answers.ts';
import { comeBack } from '../../src/lib/server/classes/joining.ts';
import { getAttempt } from '../../src/lib/server/classes/attempts.ts';
import { backup } from '../../src/lib/server/storage/backup.ts';
import { tablesInOrder } from '../../src/lib/server/storage/backup-format.ts';
import { openStore, type Store } from '../../src/lib/server/storage/database.ts';
import { newId } from '../../src/lib/server/storage/ids.ts';
import { restore } from '../../src/lib/server/storage/restore.ts';
import { engines, newPlace, onEachEngine, suiteGround } from './engines.ts';
import { answerTo, aSitting, well } from './people.ts';

const folder = mkdtempSync(path(tmpdir(), 'sourcebook-backup-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A teacher as accounts keep one: with a moment and a yes or no, which the two databases write differently. */
async function addUser({ db, engine }: Store): Promise<void> {
	const [verified, at] = [engine === 'sqlite' ? 1 : true, '2031-05-07T12:00:00.000Z'];
	await sql`insert into "user" (id, name, email, email_verified, created_at, updated_at)
		values ('u1', 'Teacher', 't@example.org', ${verified}, ${at}, ${at})`.execute(db);
}

onEachEngine('a backup', (engine) => {
	const ground = suiteGround(engine);

	test('has every table', async () => {
		const tables = await ground.store.db.introspection.getTables();
		const names = tables.map(({ name }) => name).filter((name) => !name.startsWith('kysely_'));
		expect(names.sort()).toEqual([...tablesInOrder].sort());
	});

	test('is restored on either database: papers, answers and phrases are as they were', async () => {
		const sitting = await aSitting(ground);
		const { actor } = sitting.student;
		well(await saveAnswer(ground, actor, answerTo(sitting, 1)));
		await addUser(ground.store);
		const file = path(folder, `${engine}.jsonl`);
		const rows = await backup(ground.store, file);
		expect(statSync(file).mode & 0o777).toBe(0o600);
		for (const other of engines()) {
			const place = await newPlace(other);
			const store = await openStore(place.url);
			const there = { ...ground, now: () => ground.at, store };
			await addUser(store);
			await store.db
				.updateTable('user' as 'class')
				.set({ name: 'Gone' })
				.execute();
			expect(await restore(store, file)).toBe(rows);
			const { sitting: back } = well(await getAttempt(there, actor, sitting.attempt.id));
			expect(back.form.items).toEqual(sitting.form.items);
			expect([...back.saved.values()]).toMatchObject([{ version: 1 }]);
			const typed = { code: sitting.class.code, phrase: sitting.student.phrase };
			well(await comeBack(there, typed, newId()));
			const again = path(folder, `${engine}-${other}.jsonl`);
			await store.db.deleteFrom('student_session').execute();
			await backup(store, again);
			const lines = (name: string) =>
				readFileSync(name, 'utf8')
					.split('\n')
					.slice(1, -2)
					.filter((line) => !/^\["(?:student_session|tries)"/.test(line))
					.sort();
			expect(lines(again)).toEqual(lines(file));
			await store.close();
			await place.remove();
		}
	});

	test('that is cut off, damaged, of something else or of a newer version changes nothing', async () => {
		const { attempt, student } = await aSitting(ground);
		const good = path(folder, `${engine}-good.jsonl`);
		await backup(ground.store, good);
		const text = readFileSync(good, 'utf8');
		const bad: Record<string, [text: string, sentence: RegExp]> = {
			cut: [text.slice(0, -40), /damaged|missing/],
			'cut at a line': [text.slice(0, text.lastIndexOf('{"rows"')), /end of the file is missing/],
			'a row less': [text.split('\n').toSpliced(2, 1).join('\n'), /damaged/],
			something: ['{"hello": 1}\n', /no backup/],
			newer: [text.replace('"0001-classes"', '"0001-classes","9999-later"'), /newer version/]
		};
		const file = path(folder, `${engine}-bad.jsonl`);
		for (const [name, [content, sentence]] of Object.entries(bad)) {
			writeFileSync(file, content);
			await expect(restore(ground.store, file), name).rejects.toThrow(sentence);
		}
		well(await getAttempt(ground, student.actor, attempt.id));
	});

	test('is of one moment, while answers are being saved', async () => {
		const sitting = await aSitting(ground);
		const { actor } = sitting.student;
		const other = { ...ground, now: () => ground.at, store: ground.store };
		let stop = false;
		let saved = 0;
		const saving = (async () => {
			for (let base = 0; !stop; base++) {
				well(await saveAnswer(other, actor, answerTo(sitting, 1, base % 2, base)));
				saved = base + 1;
				await new Promise(setImmediate);
			}
		})();
		const file = path(folder, `${engine}-live.jsonl`);
		const from = saved;
		await backup(ground.store, file);
		stop = true;
		await saving;
		const line = readFileSync(file, 'utf8')
			.split('\n')
			.find((one) => one.startsWith('["response"') && one.includes(sitting.attempt.id));
		const version = line ? (JSON.parse(line)[1] as { version: number }).version : 0;
		expect(version).toBeGreaterThanOrEqual(from);
		expect(version).toBeLessThanOrEqual(saved);
	});
});
