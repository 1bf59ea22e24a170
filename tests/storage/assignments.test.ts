import { expect, test } from 'vitest';
import { exclude } from '../../src/lib/forms/conflicts.ts';
import type { Item } from '../../src/lib/items/item.ts';
import {
	createAssignment,
	getAssignment,
	preview
} from '../../src/lib/server/classes/assignments.ts';
import { getAttempt, startAttempt } from '../../src/lib/server/classes/attempts.ts';
import { changePaper, substitutesFor } from '../../src/lib/server/classes/paper-changes.ts';
import { deleteAssignment } from '../../src/lib/server/classes/erase.ts';
import { submitAttempt } from '../../src/lib/server/classes/submit.ts';
import { saveAnswer } from '../../src/lib/server/classes/answers.ts';
import { millsContent, onEachEngine, suiteGround } from './engines.ts';
import { aClass, answerTo, aSitting, aStudent, choice, codeOf, well } from './people.ts';

const ids = (form: { items: { item: Item }[] }) => form.items.map(({ item }) => item.id);

onEachEngine('assignments', (engine) => {
	const ground = suiteGround(engine);

	/** The content after an edit: every stem, key and rationale of the bank is another. */
	function editContent() {
		const { index, bank } = millsContent();
		const items = bank.items.map((item) => ({ ...item, stem: `New: ${item.stem}`, rev: 'new' }));
		ground.content = () => ({ index, bank: { ...bank, version: 'new', items: items as Item[] } });
	}

	test('a paper stays as it was set, whatever becomes of the content', async () => {
		const sitting = await aSitting(ground, { attempts: 2 });
		const bob = await aStudent(ground, sitting.class.code, 'Bob');
		editContent();
		const start = well(await startAttempt(ground, bob.actor, sitting.assignment.id));
		const { form } = well(await getAttempt(ground, bob.actor, start.attempt.id)).sitting;
		expect(form.items).toEqual(sitting.form.items);
		well(await saveAnswer(ground, sitting.student.actor, answerTo(sitting, 1)));
		well(await submitAttempt(ground, sitting.student.actor, sitting.attempt.id));
		ground.content = millsContent;
	});

	test('the preview is the paper that is set', async () => {
		const { teacher, class: seven } = await aClass(ground);
		const seen = well(preview(ground, { choice })).form;
		const wanted = { title: 'T', choice, seed: seen.seed };
		const { assignment } = well(await createAssignment(ground, teacher, seven.id, wanted));
		const { form } = well(await getAssignment(ground, teacher, assignment.id));
		expect(form.items).toEqual(seen.items);
	});

	test('equivalent forms: each student has an own paper, the same whenever it is made', async () => {
		const { teacher, class: seven } = await aClass(ground);
		const wanted = { title: 'T', choice, paper: 'each' as const };
		const { assignment } = well(await createAssignment(ground, teacher, seven.id, wanted));
		const seeds = new Set<string>();
		for (const name of ['Ann', 'Bob', 'Cleo']) {
			const { actor } = await aStudent(ground, seven.code, name);
			const { attempt } = well(await startAttempt(ground, actor, assignment.id));
			seeds.add(attempt.seed);
			const { form } = well(await getAttempt(ground, actor, attempt.id)).sitting;
			expect(form.items).toHaveLength(5);
		}
		expect(seeds.size).toBe(3);
	});

	test('an item is swapped and the others stay; pinned ones stay when the rest is drawn anew', async () => {
		const { teacher, class: seven } = await aClass(ground);
		const wanted = { title: 'T', choice };
		const { assignment } = well(await createAssignment(ground, teacher, seven.id, wanted));
		const before = ids(well(await getAssignment(ground, teacher, assignment.id)).form);
		const out = before[2] ?? '';
		const { items } = well(await substitutesFor(ground, teacher, assignment.id, out));
		const into = items[0]?.id ?? '';
		const { form } = well(
			await changePaper(ground, teacher, assignment.id, { swap: out, for: into })
		);
		expect(ids(form)).toEqual(before.map((id) => (id === out ? into : id)));
		for (const [at, { item }] of form.items.entries())
			for (const other of form.items.slice(at + 1)) expect(exclude(item, other.item)).toBe(false);
		well(await changePaper(ground, teacher, assignment.id, { pin: into }));
		for (let turn = 0; turn < 3; turn++) {
			const { form } = well(await changePaper(ground, teacher, assignment.id, { redraw: true }));
			expect(ids(form)).toContain(into);
			expect(form.items).toHaveLength(5);
		}
		const { actor } = await aStudent(ground, seven.code, 'Ann');
		well(await startAttempt(ground, actor, assignment.id));
		const late = await changePaper(ground, teacher, assignment.id, { redraw: true });
		expect(codeOf(late)).toBe('has-attempts');
	});

	test('what cannot be asked is refused with its reason', async () => {
		const { teacher, class: seven } = await aClass(ground);
		const code = async (wanted: object) =>
			codeOf(await createAssignment(ground, teacher, seven.id, { title: 'T', choice, ...wanted }));
		expect(await code({ title: ' ' })).toBe('bad-title');
		expect(await code({ seconds: 5 })).toBe('bad-number');
		expect(await code({ opensAt: 10, dueAt: 10 })).toBe('bad-times');
		expect(await code({ choice: { modules: ['nothing'], length: 5 } })).toBe('nothing-to-ask');
		expect(await code({ choice: { modules: ['orrin'], length: 41 } })).toBe('bad-number');
		const { topics } = millsContent().index.pack.sourcebook;
		const narrow = { topics: topics.map(({ id }) => id), kinds: ['errs'], levels: [], length: 40 };
		expect(['too-few', 'nothing-to-ask']).toContain(await code({ choice: narrow }));
	});

	test('own selections hold to kinds and levels', () => {
		const topics = millsContent().index.pack.sourcebook.topics.map(({ id }) => id);
		const own = { topics, kinds: ['single' as const], levels: ['recall' as const], length: 3 };
		const { form } = well(preview(ground, { choice: own }));
		expect(new Set(form.items.map(({ item }) => `${item.kind} ${item.level}`))).toEqual(
			new Set(['single recall'])
		);
	});

	test('items on no paper any more are not kept', async () => {
		const { teacher, assignment } = await aSitting(ground);
		const kept = () => ground.store.read((db) => db.selectFrom('kept_item').selectAll().execute());
		const all = (await kept()).length;
		well(await deleteAssignment(ground, teacher, assignment.id));
		const { length } = await kept();
		expect(length).toBeLessThanOrEqual(all);
		const used = await ground.store.read((db) =>
			db.selectFrom('paper_item').select(['id', 'rev', 'hash']).distinct().execute()
		);
		expect(length).toBe(used.length);
	});
});
