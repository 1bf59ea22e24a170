import { expect, test } from 'vitest';
import { setAllowance } from '../../src/lib/server/classes/allowances.ts';
import { saveAnswer } from '../../src/lib/server/classes/answers.ts';
import {
	changeTerms,
	closeAssignment,
	createAssignment,
	reopenAssignment
} from '../../src/lib/server/classes/assignments.ts';
import { getAttempt, startAttempt } from '../../src/lib/server/classes/attempts.ts';
import { feedbackOf, revealItem } from '../../src/lib/server/classes/feedback.ts';
import { mergeStudents } from '../../src/lib/server/classes/merge.ts';
import { standingOf, standingsOf } from '../../src/lib/server/classes/standing.ts';
import { submitAttempt } from '../../src/lib/server/classes/submit.ts';
import { progressOf, resultsOf } from '../../src/lib/server/classes/watching.ts';
import { fullMark } from '../../src/lib/items/parts.ts';
import { onEachEngine, suiteGround } from './engines.ts';
import { aClass, answerTo, aSitting, aStudent, choice, codeOf, well } from './people.ts';

const minute = 60_000;

onEachEngine('attempts', (engine) => {
	const ground = suiteGround(engine);

	test('starting twice at once gives one attempt', async () => {
		const { teacher, class: seven } = await aClass(ground);
		const ann = await aStudent(ground, seven.code, 'Ann');
		const wanted = { title: 'Mills', choice, attempts: 3 };
		const { assignment } = well(await createAssignment(ground, teacher, seven.id, wanted));
		const started = await Promise.all(
			Array.from({ length: 8 }, () => startAttempt(ground, ann.actor, assignment.id))
		);
		expect(new Set(started.map((one) => well(one).attempt.id)).size).toBe(1);
	});

	test('the same save twice is acknowledged and counts once; another on an old version is a conflict', async () => {
		const sitting = await aSitting(ground);
		const { actor } = sitting.student;
		const first = answerTo(sitting, 1, 0);
		const one = well(await saveAnswer(ground, actor, first));
		expect(one.saved.version).toBe(1);
		expect(well(await saveAnswer(ground, actor, first)).saved).toEqual(one.saved);
		const second = well(await saveAnswer(ground, actor, answerTo(sitting, 1, 1, 1)));
		expect(second.saved.version).toBe(2);
		const late = await saveAnswer(ground, actor, answerTo(sitting, 1, 0, 0));
		expect(codeOf(late)).toBe('conflict');
		expect(late).toMatchObject({ stands: second.saved });
		const { saved } = well(await getAttempt(ground, actor, sitting.attempt.id)).sitting;
		expect([...saved.values()]).toMatchObject([{ version: 2, item_id: first.item }]);
	});

	test('of two tabs that save at once on one version, one wins and the other is told', async () => {
		const sitting = await aSitting(ground);
		const { actor } = sitting.student;
		const both = await Promise.all(
			[0, 1].map((which) => saveAnswer(ground, actor, answerTo(sitting, 2, which, 0)))
		);
		expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		expect(both.map((one) => (one.ok ? 'saved' : one.code)).sort()).toEqual(['conflict', 'saved']);
	});

	test('what is no answer to the item is refused with a sentence', async () => {
		const sitting = await aSitting(ground);
		const { actor } = sitting.student;
		const good = answerTo(sitting, 1);
		const foreign = { ...good, item: 'no.such.item' };
		expect(codeOf(await saveAnswer(ground, actor, foreign))).toBe('no-item');
		const forged = { ...good, fields: good.fields.map(([name]) => [name, '<b>'] as const) };
		expect(codeOf(await saveAnswer(ground, actor, forged))).toBe('unreadable');
	});

	test('the server’s clock ends an attempt: 30 s of grace, then what was saved counts', async () => {
		const sitting = await aSitting(ground, { seconds: 60 });
		const { actor } = sitting.student;
		expect(sitting.attempt.ends_at).toBe(ground.at + minute);
		const first = answerTo(sitting, 1);
		well(await saveAnswer(ground, actor, first));
		ground.at += 90_000;
		well(await saveAnswer(ground, actor, answerTo(sitting, 2)));
		ground.at += 1;
		expect(codeOf(await saveAnswer(ground, actor, answerTo(sitting, 3)))).toBe('over');
		// a reply that was lost is given again, also now
		well(await saveAnswer(ground, actor, first));
		const { standings } = well(await standingsOf(ground, actor, sitting.class.id));
		expect(standings).toMatchObject([{ attempts: [{ submitted_at: sitting.attempt.ends_at }] }]);
		const { standing } = well(await standingOf(ground, actor, sitting.assignment.id));
		expect(standing.running).toBeUndefined();
		expect(standing.attempts).toMatchObject([{ submitted_at: sitting.attempt.ends_at }]);
		expect(standing.shut?.code).toBe('no-attempts-left');
	});

	test('extra time reaches an attempt that is going on; closing and reopening do, too', async () => {
		const sitting = await aSitting(ground, { seconds: 60, dueAt: ground.at + 10 * minute });
		const { actor, student } = sitting.student;
		const extra = { seconds: 120, attempts: 0, openUntil: null };
		const { teacher, assignment } = sitting;
		well(await setAllowance(ground, teacher, assignment.id, student.id, extra));
		ground.at += 2 * minute;
		well(await saveAnswer(ground, actor, answerTo(sitting, 1)));
		well(await closeAssignment(ground, teacher, assignment.id));
		ground.at += 31_000;
		expect(codeOf(await saveAnswer(ground, actor, answerTo(sitting, 2)))).toBe('over');
		well(await reopenAssignment(ground, teacher, assignment.id, ground.at + minute));
		ground.at += 20_000;
		well(await saveAnswer(ground, actor, answerTo(sitting, 2)));
		well(await changeTerms(ground, teacher, assignment.id, { seconds: null, dueAt: null }));
		ground.at += 1_000 * minute;
		well(await saveAnswer(ground, actor, answerTo(sitting, 3)));
	});

	test('not open, over and closed have their own codes', async () => {
		const { teacher, class: seven } = await aClass(ground);
		const { actor } = await aStudent(ground, seven.code, 'Ann');
		const wanted = {
			title: 'T',
			choice,
			opensAt: ground.at + minute,
			dueAt: ground.at + 2 * minute
		};
		const { assignment } = well(await createAssignment(ground, teacher, seven.id, wanted));
		const start = () => startAttempt(ground, actor, assignment.id);
		expect(await start()).toMatchObject({ code: 'not-open', at: ground.at + minute });
		ground.at += 2 * minute;
		expect(codeOf(await start())).toBe('over');
		well(await closeAssignment(ground, teacher, assignment.id));
		expect(codeOf(await start())).toBe('closed');
	});

	test('two racing submissions give one score; nothing is saved after them', async () => {
		const sitting = await aSitting(ground);
		const { actor } = sitting.student;
		for (const number of [1, 2, 3])
			well(await saveAnswer(ground, actor, answerTo(sitting, number)));
		const both = await Promise.all([
			submitAttempt(ground, actor, sitting.attempt.id),
			saveAnswer(ground, actor, answerTo(sitting, 4)),
			submitAttempt(ground, actor, sitting.attempt.id)
		]);
		const [one, , two] = both;
		expect(well(two).attempt).toEqual(well(one).attempt);
		const full = sitting.form.items.reduce((sum, { item }) => sum + fullMark(item), 0);
		expect(well(one).attempt).toMatchObject({ of: full, submitted_at: ground.at });
		expect(codeOf(await saveAnswer(ground, actor, answerTo(sitting, 5)))).toBe('submitted');
		// a save that raced with them either stands and counts, or was refused
		const { results } = well(await resultsOf(ground, sitting.teacher, sitting.assignment.id));
		const counted = results[0]?.responses.filter(Boolean).length;
		expect(counted).toBe(both[1].ok ? 4 : 3);
	});

	test('keys are shown only as the feedback rule says', async () => {
		const rules = ['at-once', 'submitted', 'due', 'never'] as const;
		for (const feedback of rules) {
			const sitting = await aSitting(ground, { feedback, dueAt: ground.at + 10 * minute });
			const { actor } = sitting.student;
			const { id } = sitting.attempt;
			const seen = async () => well(await feedbackOf(ground, actor, id)).items.length;
			const first = answerTo(sitting, 1);
			well(await saveAnswer(ground, actor, first));
			expect(await seen()).toBe(0);
			const revealed = await revealItem(ground, actor, id, first.item);
			if (feedback !== 'at-once') expect(codeOf(revealed)).toBe('no-feedback');
			else {
				expect(well(revealed).shown).toMatchObject({ number: 1, mark: { answered: true } });
				expect(codeOf(await saveAnswer(ground, actor, answerTo(sitting, 1, 1, 1)))).toBe('fixed');
				expect(codeOf(await revealItem(ground, actor, id, answerTo(sitting, 2).item))).toBe(
					'no-feedback'
				);
			}
			expect(await seen()).toBe(feedback === 'at-once' ? 1 : 0);
			well(await submitAttempt(ground, actor, id));
			expect(await seen()).toBe(feedback === 'at-once' || feedback === 'submitted' ? 5 : 0);
			ground.at += 10 * minute;
			expect(await seen()).toBe(feedback === 'never' ? 0 : 5);
			expect(well(await feedbackOf(ground, sitting.teacher, id)).items).toHaveLength(5);
		}
	});

	test('attempts are as many as allowed, and one student may have more', async () => {
		const sitting = await aSitting(ground, { attempts: 1 });
		const { actor, student } = sitting.student;
		well(await submitAttempt(ground, actor, sitting.attempt.id));
		const start = () => startAttempt(ground, actor, sitting.assignment.id);
		expect(codeOf(await start())).toBe('no-attempts-left');
		const extra = { seconds: 0, attempts: 1, openUntil: null };
		well(await setAllowance(ground, sitting.teacher, sitting.assignment.id, student.id, extra));
		expect(well(await start()).attempt.n).toBe(2);
	});

	test('two students are merged: all attempts of both are there', async () => {
		const sitting = await aSitting(ground, { attempts: 2 });
		const { teacher, assignment, class: seven } = sitting;
		const ann = sitting.student;
		const twin = await aStudent(ground, seven.code, 'Anne');
		const second = well(await startAttempt(ground, twin.actor, assignment.id)).attempt;
		const other = { ...sitting, attempt: second };
		well(await saveAnswer(ground, twin.actor, answerTo(other, 1)));
		well(await mergeStudents(ground, teacher, twin.student.id, ann.student.id));
		const { standing } = well(await standingOf(ground, ann.actor, assignment.id));
		expect(standing.attempts.map(({ id, n }) => [id, n])).toEqual([
			[sitting.attempt.id, 1],
			[second.id, 2]
		]);
		const { saved } = well(await getAttempt(ground, ann.actor, second.id)).sitting;
		expect(saved.size).toBe(1);
		const { progress } = well(await progressOf(ground, teacher, assignment.id));
		expect(progress).toMatchObject([{ name: 'Ann', n: 2, answered: 1, items: 5 }]);
	});
});
