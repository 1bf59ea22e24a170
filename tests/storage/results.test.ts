import papaparse from 'papaparse';
import { expect, test } from 'vitest';
import { mark } from '../../src/lib/marking/mark.ts';
import type { Response } from '../../src/lib/marking/response.ts';
import { saveAnswer } from '../../src/lib/server/classes/answers.ts';
import { closeAssignment, createAssignment } from '../../src/lib/server/classes/assignments.ts';
import { getAttempt, startAttempt } from '../../src/lib/server/classes/attempts.ts';
import { join } from '../../src/lib/server/classes/joining.ts';
import { submitAttempt } from '../../src/lib/server/classes/submit.ts';
import { graceMillis } from '../../src/lib/server/classes/timing.ts';
import { progressOf } from '../../src/lib/server/classes/watching.ts';
import { answerRows, csvOf, itemRows } from '../../src/lib/server/results/csv.ts';
import { countedOf } from '../../src/lib/server/results/counted.ts';
import { satsOf } from '../../src/lib/server/results/of-class.ts';
import { reportOf, statisticsOf } from '../../src/lib/server/results/report.ts';
import { Watch, type Listener } from '../../src/lib/server/watch/watch.ts';
import { newId } from '../../src/lib/server/storage/ids.ts';
import { analyse, type ItemStatistics } from '../../src/lib/statistics/statistics.ts';
import { millsContent, onEachEngine, suiteGround, type TestGround } from './engines.ts';
import { aClass, answerTo, aSitting, aStudent, choice, well } from './people.ts';

/** A class that sat equivalent papers, each student one, the first one two. */
async function aSatClass(ground: TestGround, names: string[]) {
	const made = await aClass(ground);
	const wanted = { title: 'Mills', choice, paper: 'each' as const, attempts: 2 };
	const created = await createAssignment(ground, made.teacher, made.class.id, wanted);
	const { assignment } = well(created);
	for (const [at, name] of names.entries()) {
		const { actor } = await aStudent(ground, made.class.code, name);
		for (let n = 0; n < (at === 0 ? 2 : 1); n++) {
			const { attempt } = well(await startAttempt(ground, actor, assignment.id));
			const { sitting } = well(await getAttempt(ground, actor, attempt.id));
			// every paper has a question that was left out
			for (let number = 2; number <= 5; number++)
				well(await saveAnswer(ground, actor, answerTo(sitting, number, at + number + n)));
			well(await submitAttempt(ground, actor, attempt.id));
		}
	}
	return { ...made, assignment };
}

/** Somebody who looks, with all that came. */
function aListener(wanted: Pick<Listener, 'assignment' | 'who'> & Partial<Listener>) {
	const came: string[] = [];
	const said = { ended: false };
	const listener: Listener = {
		...{ hidden: false, state: '' },
		send: (text) => came.push(text) > 0,
		end: () => (said.ended = true),
		...wanted
	};
	return { listener, came, said };
}
const until = (test: () => boolean) => expect.poll(test, { timeout: 5000 }).toBe(true);

onEachEngine('results', (engine) => {
	const ground = suiteGround(engine);

	test('the page has the statistics of src/lib/statistics, across equivalent papers', async () => {
		const { teacher, assignment } = await aSatClass(ground, ['Ann', 'Bob', 'Cleo', 'Dan']);
		const { sats } = well(await satsOf(ground, teacher, assignment.id));
		expect(sats.map(({ name, n }) => `${name} ${n}`)).toEqual([
			...['Ann 1', 'Ann 2', 'Bob 1', 'Cleo 1', 'Dan 1']
		]);
		const counted = countedOf(sats, 'first');
		expect(counted).toHaveLength(4);
		const byHand = analyse(
			counted.map(({ form, responses }) => ({
				answers: form.items.map(({ item, marks }, at) => {
					const response: Response | undefined = responses[at];
					const gained = response ? mark(item, response).gained : 0;
					return { id: item.id, rev: item.rev, gained, full: marks };
				})
			}))
		);
		const found = statisticsOf(counted);
		const figures = (items: ItemStatistics[]) =>
			items.map(({ id, rev, n, facility, discrimination, upperLower }) => ({
				...{ id, rev, n, facility, discrimination, upperLower }
			}));
		expect(figures(found.items)).toEqual(figures(byHand.items));
		expect(found.reliability).toEqual(byHand.reliability);
		const report = reportOf(counted, millsContent());
		expect(report.papers).toBe(4);
		expect(report.items).toHaveLength(byHand.items.length);
		const rows = itemRows(counted, millsContent());
		expect(rows.map((row) => row['Answers'])).toEqual(byHand.items.map(({ n }) => n));
	});

	test('cells that a spreadsheet would take for a formula are made harmless', async () => {
		const bad = ['=1+1', '+1', '-1', '@x', '\t=1', '\r=1', ' =1', '＝1', '=1\n2', '"=1;=2'];
		const csv = csvOf(bad.map((name) => ({ Student: name, Marks: -0.5 })));
		expect(csv.startsWith('\uFEFF"Student","Marks"\r\n')).toBe(true);
		const { data } = papaparse.parse<string[]>(csv.slice(1));
		const cells = data.slice(1).map(([cell]) => cell);
		expect(cells).toEqual(bad.map((one) => (one.startsWith('"') ? one : `'${one}`)));
		expect(data[1]?.[1]).toBe('-0.5');
		const { teacher, assignment } = await aSatClass(ground, ['=cmd|calc']);
		const { sats } = well(await satsOf(ground, teacher, assignment.id));
		const rows = papaparse.parse<string[]>(csvOf(answerRows(sats, millsContent())).slice(1)).data;
		expect(rows).toHaveLength(1 + 2 * 5);
		expect(rows[1]?.[0]).toBe("'=cmd|calc");
	});

	test('a board says who is where, and without names tells none', async () => {
		const sitting = await aSitting(ground);
		const { teacher, assignment, student } = sitting;
		ground.at += 1000;
		well(await saveAnswer(ground, student.actor, answerTo(sitting, 3)));
		const { progress } = well(await progressOf(ground, teacher, assignment.id));
		expect(progress).toMatchObject([{ name: 'Ann', answered: 1, items: 5, at: 3 }]);
		const watch = new Watch(() => Promise.resolve(ground));
		const open = aListener({ assignment: assignment.id, who: teacher });
		const hidden = aListener({ assignment: assignment.id, who: teacher, hidden: true });
		const stranger = aListener({ assignment: assignment.id, who: { teacher: newId() } });
		for (const { listener } of [stranger, open, hidden]) watch.add(listener);
		await until(() => hidden.came.length === 1);
		expect(open.came[0]).toContain('"name":"Ann","stage":"working","word":"At question 3, 1 of 5');
		expect(hidden.came[0]).not.toContain('Ann');
		expect(hidden.came[0]).not.toContain(student.student.id);
		expect(stranger).toMatchObject({ came: [], said: { ended: true } });

		// who comes back with the last state is told only what is new
		const [, state = ''] = /^id: (.*)\n/.exec(open.came[0] ?? '') ?? [];
		const back = aListener({ assignment: assignment.id, who: teacher, state });
		watch.add(back.listener);
		well(await join(ground, { code: sitting.class.code, name: 'Bob' }, newId()));
		await until(() => open.came.length === 2 && back.came.length === 1);
		expect(back.came[0]).toBe(open.came[1]);
		expect(back.came[0]).toContain('2 of 2 have joined, 1 is working, 0 have handed in.');

		// what was on its way when the quiz was closed still counts
		well(await closeAssignment(ground, teacher, assignment.id));
		ground.at += graceMillis + 1;
		await until(() => open.said.ended && hidden.said.ended && back.said.ended);
		expect(open.came.at(-1)).toContain('"stage":"in","word":"Time is over, 1 of 5 answered"');
		expect(open.came.at(-1)).toContain('"live":false');
	});

	test('who may not look any more is told nothing, also while others look', async () => {
		const { teacher, class: group, assignment } = await aSitting(ground);
		const watch = new Watch(() => Promise.resolve(ground));
		const heir = newId();
		const stays = aListener({ assignment: assignment.id, who: { teacher: heir } });
		const goes = aListener({ assignment: assignment.id, who: teacher });
		watch.add(goes.listener);
		await until(() => goes.came.length === 1);
		await ground.store.change((db) =>
			db.updateTable('class').set({ owner_id: heir }).where('id', '=', group.id).execute()
		);
		watch.add(stays.listener);
		await until(() => stays.came.length === 1 && goes.said.ended);
		well(await join(ground, { code: group.code, name: 'Bob' }, newId()));
		await until(() => stays.came.length === 2);
		expect(goes.came).toHaveLength(1);
		watch.endAll();
	});
});
