import { expect, test } from 'vitest';
import { mark } from '../../src/lib/marking/mark.ts';
import { expectationOf, measuredName } from '../../src/lib/forms/expectation.ts';
import { saveAnswer } from '../../src/lib/server/classes/answers.ts';
import { createAssignment, getAssignment } from '../../src/lib/server/classes/assignments.ts';
import { getAttempt, startAttempt } from '../../src/lib/server/classes/attempts.ts';
import { leastTakers, measureBefore, measuredAt } from '../../src/lib/server/classes/measured.ts';
import { submitAttempt } from '../../src/lib/server/classes/submit.ts';
import { noon, onEachEngine, suiteGround, type TestGround } from './engines.ts';
import { aClass, answerTo, aStudent, choice, well } from './people.ts';

const day = 24 * 60 * 60_000;

/** A class in which so many students sat one paper twice; every answer is by their number. Gives marks of the first papers. */
async function aSatPaper(ground: TestGround, students: number) {
	const made = await aClass(ground);
	const wanted = { title: 'Mills', choice, attempts: 2 };
	const { assignment } = well(await createAssignment(ground, made.teacher, made.class.id, wanted));
	const shares = new Map<string, number[]>();
	for (let at = 0; at < students; at++) {
		const { actor } = await aStudent(ground, made.class.code, `Student ${at}`);
		for (let n = 0; n < 2; n++) {
			const { attempt } = well(await startAttempt(ground, actor, assignment.id));
			const { sitting } = well(await getAttempt(ground, actor, attempt.id));
			// one question is left out
			for (let number = 2; number <= choice.length; number++)
				well(await saveAnswer(ground, actor, answerTo(sitting, number, at + n)));
			well(await submitAttempt(ground, actor, attempt.id));
			if (n > 0) continue;
			const { saved, form } = well(await getAttempt(ground, actor, attempt.id)).sitting;
			for (const { item } of form.items) {
				const given = saved.get(item.id);
				const { gained, full } = given
					? mark(item, JSON.parse(given.given))
					: { gained: 0, full: 1 };
				const name = measuredName(item);
				shares.set(name, [...(shares.get(name) ?? []), gained / full]);
			}
		}
	}
	return { ...made, assignment, shares };
}

onEachEngine('measured facilities', (engine) => {
	const ground = suiteGround(engine);

	test('are the mean share of marks on first papers, from thirty takers on, and balance what is set on the next day', async () => {
		await aSatPaper(ground, 2);
		expect((await measureBefore(ground, noon + 1)).size).toBe(0);

		const before = await aClass(ground);
		const each = { title: 'Each', choice, paper: 'each' as const };
		const old = well(await createAssignment(ground, before.teacher, before.class.id, each));
		const paper = async () =>
			well(await getAssignment(ground, before.teacher, old.assignment.id)).form;
		const drawn = await paper();

		const { shares } = await aSatPaper(ground, leastTakers);
		const measured = await measureBefore(ground, noon + 1);
		const rounded = (list: number[]) => list.reduce((a, b) => a + b, 0) / list.length;
		for (const [name, list] of shares) {
			const value = measured.get(name);
			expect(value, name).toBeDefined();
			// the two of the first class may have had it too
			expect(Math.abs((value ?? 9) - rounded(list))).toBeLessThanOrEqual(2 / leastTakers);
		}
		expect(Math.min(...measured.values())).toBe(0);

		expect((await measuredAt(ground, noon)).size).toBe(0);
		expect(await paper()).toEqual(drawn);
		ground.at += day;
		expect(await measuredAt(ground, ground.at)).toEqual(measured);
		expect(await paper()).toEqual(drawn);

		const after = well(await createAssignment(ground, before.teacher, before.class.id, each));
		const { form } = well(await getAssignment(ground, before.teacher, after.assignment.id));
		expect(form.bank).not.toBe(drawn.bank);
		for (const { item } of form.items) {
			const facility = measured.get(measuredName(item));
			if (facility === undefined) continue;
			const { gain, marks } = expectationOf(item, measured);
			expect(gain).toBe(marks * facility);
		}
	});
});
