import { expect, test } from 'vitest';
import type { Actor } from '../../src/lib/server/classes/access.ts';
import { setAllowance } from '../../src/lib/server/classes/allowances.ts';
import { saveAnswer } from '../../src/lib/server/classes/answers.ts';
import {
	changeTerms,
	closeAssignment,
	createAssignment,
	reopenAssignment
} from '../../src/lib/server/classes/assignments.ts';
import { getAttempt, startAttempt } from '../../src/lib/server/classes/attempts.ts';
import { exportStudent } from '../../src/lib/server/classes/export.ts';
import { feedbackOf, revealItem } from '../../src/lib/server/classes/feedback.ts';
import { linesOf } from '../../src/lib/server/classes/home.ts';
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
		expect(codeOf(await saveAnswer(ground, actor, answerTo(sitting, 2)))).toBe('closed');
		well(await reopenAssignment(ground, teacher, assignment.id, ground.at + minute));
		ground.at += 20_000;
		well(await saveAnswer(ground, actor, answerTo(sitting, 2)));
		well(await changeTerms(ground, teacher, assignment.id, { seconds: null, dueAt: null }));
		ground.at += 1_000 * minute;
		well(await saveAnswer(ground, actor, answerTo(sitting, 3)));
	});

	test('who was ended by closing goes on when it is open again, who handed in does not', async () => {
		const { teacher, class: seven } = await aClass(ground);
		const wanted = { title: 'Mills', choice, attempts: 2 };
		const { assignment } = well(await createAssignment(ground, teacher, seven.id, wanted));
		const ann = await aStudent(ground, seven.code, 'Ann');
		const bob = await aStudent(ground, seven.code, 'Bob');
		const cem = await aStudent(ground, seven.code, 'Cem');
		const begin = async ({ actor }: { actor: Actor }) => {
			const { attempt } = well(await startAttempt(ground, actor, assignment.id));
			const { form } = well(await getAttempt(ground, actor, attempt.id)).sitting;
			const first = answerTo({ attempt, form }, 1);
			well(await saveAnswer(ground, actor, first));
			return { id: attempt.id, actor, first, second: answerTo({ attempt, form }, 2) };
		};
		const [waits, leaves, hands] = [await begin(ann), await begin(bob), await begin(cem)];
		well(await submitAttempt(ground, hands.actor, hands.id));
		ground.at += minute;
		well(await closeAssignment(ground, teacher, assignment.id));
		ground.at += 10_000;
		// as a script does at the end, and as looking at the class does
		const ended = well(await submitAttempt(ground, waits.actor, waits.id)).attempt;
		expect(ended.submitted_at).toBe(ended.ends_at);
		expect(codeOf(await saveAnswer(ground, waits.actor, waits.second))).toBe('closed');
		ground.at += minute;
		expect(codeOf(await saveAnswer(ground, leaves.actor, leaves.second))).toBe('closed');
		well(await standingOf(ground, leaves.actor, assignment.id));
		expect(codeOf(await saveAnswer(ground, leaves.actor, leaves.second))).toBe('closed');
		expect(codeOf(await saveAnswer(ground, hands.actor, hands.second))).toBe('submitted');

		const reopened = await reopenAssignment(ground, teacher, assignment.id, null);
		expect(reopened).toEqual({ ok: true, goOn: 2 });
		for (const { actor, id, first, second } of [waits, leaves]) {
			expect(well(await startAttempt(ground, actor, assignment.id)).attempt.id).toBe(id);
			well(await saveAnswer(ground, actor, second));
			const { saved } = well(await getAttempt(ground, actor, id)).sitting;
			expect(saved.size).toBe(2);
			expect(saved.get(first.item)?.version).toBe(1);
			const { attempt } = well(await submitAttempt(ground, actor, id));
			expect(attempt).toMatchObject({ submitted_at: ground.at, ends_at: null });
		}
		// a paper that was handed in, or after which another was begun, stays
		expect(codeOf(await saveAnswer(ground, hands.actor, hands.second))).toBe('submitted');
	});

	test('who has begun another paper since does not go on with the one whose time ran out', async () => {
		const sitting = await aSitting(ground, { seconds: 60, attempts: 2 });
		const { actor, student } = sitting.student;
		const { teacher, assignment, attempt } = sitting;
		ground.at += 2 * minute;
		const { attempt: second } = well(await startAttempt(ground, actor, assignment.id));
		expect(second.id).not.toBe(attempt.id);
		const extra = { seconds: 3600, attempts: 0, openUntil: null };
		const given = await setAllowance(ground, teacher, assignment.id, student.id, extra);
		expect(given).toEqual({ ok: true, goOn: 0 });
		ground.at += 70 * minute;
		well(await standingOf(ground, actor, assignment.id));
		// more time for the one that ran out last: it goes on
		const more = await setAllowance(ground, teacher, assignment.id, student.id, {
			...extra,
			seconds: 7200
		});
		expect(more).toEqual({ ok: true, goOn: 1 });
		well(await saveAnswer(ground, actor, answerTo({ ...sitting, attempt: second }, 1)));
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
			// closing early moves no due date; and while answers may be on their way, nothing is shown
			well(await closeAssignment(ground, sitting.teacher, sitting.assignment.id));
			ground.at += 10 * minute;
			if (feedback === 'due') expect(await seen()).toBe(0);
			ground.at += minute;
			expect(await seen()).toBe(feedback === 'never' ? 0 : 5);
			expect(well(await feedbackOf(ground, sitting.teacher, id)).items).toHaveLength(5);
		}
	});

	test('what is shown after the due date waits for who has a later one', async () => {
		const sitting = await aSitting(ground, { feedback: 'due', dueAt: ground.at + 10 * minute });
		const { teacher, assignment, class: seven } = sitting;
		const { actor } = sitting.student;
		const bob = await aStudent(ground, seven.code, 'Bob');
		const extra = { seconds: 0, attempts: 0, openUntil: ground.at + 30 * minute };
		well(await setAllowance(ground, teacher, assignment.id, bob.student.id, extra));
		well(await submitAttempt(ground, actor, sitting.attempt.id));
		const showing = async () => well(await feedbackOf(ground, actor, sitting.attempt.id)).showing;
		const line = async () => well(await linesOf(ground, actor, seven)).lines[0]?.said;
		ground.at += 20 * minute;
		expect(await showing()).toBe('none');
		expect(await line()).toBe('handed in');
		const kept = well(await exportStudent(ground, actor, sitting.student.student.id)).kept;
		expect(kept.attempts[0]?.withheld).toBeDefined();
		ground.at += 11 * minute;
		expect(await showing()).toBe('all');
		expect(await line()).toMatch(/of \d+ marks/);
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

	test('an answer that was taken back counts as none where the teacher watches', async () => {
		const sitting = await aSitting(ground, { choice: { ...choice, length: 10 } });
		const { teacher, assignment, form } = sitting;
		const { actor } = sitting.student;
		const answered = async () =>
			well(await progressOf(ground, teacher, assignment.id)).progress[0]?.answered;
		for (const [at, { item }] of form.items.entries()) {
			const { saved } = well(await saveAnswer(ground, actor, answerTo(sitting, at + 1)));
			expect(await answered(), item.kind).toBe(1);
			const back = { attempt: sitting.attempt.id, item: item.id, fields: [], base: saved.version };
			well(await saveAnswer(ground, actor, back));
			expect(await answered(), item.kind).toBe(0);
		}
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
