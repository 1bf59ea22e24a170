import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { sql } from 'kysely';
import { setAllowance } from '../../src/lib/server/classes/allowances.ts';
import { saveAnswer } from '../../src/lib/server/classes/answers.ts';
import { deleteClass, deleteClassesOf } from '../../src/lib/server/classes/erase.ts';
import { exportStudent } from '../../src/lib/server/classes/export.ts';
import { removeStudent } from '../../src/lib/server/classes/students.ts';
import { submitAttempt } from '../../src/lib/server/classes/submit.ts';
import { tablesInOrder } from '../../src/lib/server/storage/backup-format.ts';
import { onEachEngine, suiteGround } from './engines.ts';
import { aClass, answerTo, aSitting, aStudent, well } from './people.ts';

onEachEngine('erasing', (engine) => {
	const ground = suiteGround(engine);

	async function counts(): Promise<Record<string, number>> {
		const all: Record<string, number> = {};
		// what is counted to limit tries has no names and is dropped after a day
		for (const table of tablesInOrder.filter((name) => name !== 'tries')) {
			const query = sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`;
			const { rows } = await ground.store.read((db) => query.execute(db));
			all[table] = rows[0]?.n ?? NaN;
		}
		return all;
	}

	async function fullClass() {
		const sitting = await aSitting(ground, { paper: 'each' });
		const { actor, student } = sitting.student;
		well(await saveAnswer(ground, actor, answerTo(sitting, 1)));
		const extra = { seconds: 60, attempts: 1, openUntil: null };
		well(await setAllowance(ground, sitting.teacher, sitting.assignment.id, student.id, extra));
		return sitting;
	}

	if (engine === 'sqlite')
		test('of a deleted class and a removed student nothing is left in the files', async () => {
			const { teacher, class: seven } = await aClass(ground);
			const [zoe, yan] = [
				await aStudent(ground, seven.code, 'Zoezqx Sevenhills'),
				await aStudent(ground, seven.code, 'Yanzqx Sevenhills')
			];
			const left = () => {
				const folder = dirname(ground.url);
				const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'));
				return [zoe, yan].filter(({ student }) =>
					files.some((text) => text.includes(student.name))
				);
			};
			expect(left()).toEqual([zoe, yan]);
			well(await removeStudent(ground, teacher, zoe.student.id));
			expect(left()).toEqual([yan]);
			well(await deleteClass(ground, teacher, seven.id));
			expect(left()).toEqual([]);
		});

	test('a deleted class leaves nothing behind, in any table, and takes nothing of another', async () => {
		const one = await fullClass();
		const kept = await counts();
		expect(
			Object.entries(kept)
				.filter(([, count]) => count > 0)
				.map(([name]) => name)
		).toEqual(
			'setting class student student_session assignment kept_item paper_item attempt response allowance'.split(
				' '
			)
		);
		const two = await fullClass();
		well(await deleteClass(ground, two.teacher, two.class.id));
		expect(await counts()).toEqual(kept);
		well(await deleteClassesOf(ground, one.teacher));
		expect(await counts()).toEqual({
			...Object.fromEntries(Object.keys(kept).map((k) => [k, 0])),
			setting: 1
		});
	});

	test('a student’s export has every answer, and nothing of others', async () => {
		const sitting = await fullClass();
		await aStudent(ground, sitting.class.code, 'Bartholomew');
		const { kept } = well(
			await exportStudent(ground, sitting.student.actor, sitting.student.student.id)
		);
		expect(kept).toMatchObject({
			student: { name: 'Ann' },
			class: { name: '7b' },
			devices: [{ created_at: ground.at }],
			allowances: [{ extra_seconds: 60 }],
			attempts: [{ assignment: 'Mills', n: 1, responses: [{ version: 1 }] }]
		});
		const text = JSON.stringify(kept);
		expect(text).not.toContain('Bartholomew');
		expect(text).not.toContain('phrase_hash');
		expect(text).not.toContain('token_hash');
	});

	test('a student’s own export names no question and no mark before the feedback rule does; the teacher’s does', async () => {
		const sitting = await aSitting(ground, { feedback: 'never' });
		well(await saveAnswer(ground, sitting.student.actor, answerTo(sitting, 1)));
		well(await submitAttempt(ground, sitting.student.actor, sitting.attempt.id));
		const { id } = sitting.student.student;
		const own = well(await exportStudent(ground, sitting.student.actor, id)).kept;
		expect(own.attempts).toMatchObject([
			{ withheld: expect.any(String), responses: [{ version: 1 }] }
		]);
		const text = JSON.stringify(own);
		expect(text).not.toContain(sitting.attempt.seed);
		for (const { item } of sitting.form.items) expect(text).not.toContain(item.id);
		expect(text).not.toMatch(/"(?:score|of|paper)"/);
		const all = well(await exportStudent(ground, sitting.teacher, id)).kept;
		expect(all.attempts).toMatchObject([
			{ seed: sitting.attempt.seed, score: expect.any(Number), responses: [{ version: 1 }] }
		]);
	});
});
