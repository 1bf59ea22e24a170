import { expect } from 'vitest';
import type { Actor } from '../../src/lib/server/classes/access.ts';
import type { Answer } from '../../src/lib/server/classes/answers.ts';
import { createAssignment, type NewAssignment } from '../../src/lib/server/classes/assignments.ts';
import { getAttempt, startAttempt } from '../../src/lib/server/classes/attempts.ts';
import { createClass, type NewClass } from '../../src/lib/server/classes/classes.ts';
import { join } from '../../src/lib/server/classes/joining.ts';
import type { Refusal } from '../../src/lib/server/classes/result.ts';
import { newId } from '../../src/lib/server/storage/ids.ts';
import type { Form } from '../../src/lib/forms/form.ts';
import { fieldNames } from '../../src/lib/marking/read.ts';
import type { TestGround } from './engines.ts';

/** What went well; fails the test otherwise. */
export function well<R extends { ok: boolean }>(result: R): Extract<R, { ok: true }> {
	expect(result).toMatchObject({ ok: true });
	return result as Extract<R, { ok: true }>;
}

/** The code of a refusal; fails the test when there was none. */
export function codeOf(result: { ok: boolean }): string {
	expect(result).toMatchObject({ ok: false, sentence: expect.stringMatching(/\.$/) });
	return (result as Refusal).code;
}

/** A class with a teacher of its own. */
export async function aClass(ground: TestGround, wanted: Partial<NewClass> = {}) {
	const teacher: Actor = { teacher: newId() };
	const made = well(await createClass(ground, teacher, { name: '7b', ...wanted }, newId()));
	return { teacher, class: made.class };
}

/** Somebody who joins a class. */
export async function aStudent(ground: TestGround, code: string, name: string) {
	const joined = well(await join(ground, { code, name }, newId()));
	return { ...joined, actor: { student: joined.student.id } as Actor };
}

export const choice: NewAssignment['choice'] = { modules: ['orrin'], length: 5 };

/** A class with an assignment and one student, who has begun. */
export async function aSitting(ground: TestGround, wanted: Partial<NewAssignment> = {}) {
	const made = await aClass(ground);
	const student = await aStudent(ground, made.class.code, 'Ann');
	const { assignment } = well(
		await createAssignment(ground, made.teacher, made.class.id, {
			title: 'Mills',
			choice,
			...wanted
		})
	);
	const { attempt } = well(await startAttempt(ground, student.actor, assignment.id));
	const { sitting } = well(await getAttempt(ground, student.actor, attempt.id));
	return { ...made, student, assignment, attempt, form: sitting.form };
}

/** Fields that answer an item of a form: with its `which`-th value, where there are several. */
export function fieldsFor(form: Form, number: number, which = 0): [string, string][] {
	const item = form.items[number - 1]?.item;
	if (!item) throw new Error(`no item ${number}`);
	const [name = ''] = fieldNames(item, number);
	if ('options' in item && 'rows' in item)
		return [[name, item.options[which % item.options.length]?.id ?? '']];
	if ('options' in item) return [[name, item.options[which % item.options.length]?.id ?? '']];
	if ('gaps' in item) {
		const options = item.gaps[0]?.options ?? [];
		return [[name, options[which % options.length]?.id ?? '']];
	}
	if ('entries' in item) {
		const count = item.entries.length;
		return item.entries.map(({ id }, at) => [
			`${name.split('-')[0]}-${id}`,
			String(((at + which) % count) + 1)
		]);
	}
	if ('rows' in item) return [[name, ['supported', 'contradicted', 'not-stated'][which % 3] ?? '']];
	if (item.kind === 'date')
		return [
			[`q${number}-y`, String(1931 + which)],
			...(item.worth === 'year' ? [] : [[`q${number}-m`, '5'] as [string, string]]),
			...(item.worth === 'day' ? [[`q${number}-d`, '4'] as [string, string]] : [])
		];
	return [[name, String(10 + which)]];
}

/** An answer to an item of a sitting. */
export function answerTo(
	{ attempt, form }: { attempt: { id: string }; form: Form },
	number: number,
	which = 0,
	base = 0
): Answer & { item: string } {
	const item = form.items[number - 1]?.item.id ?? '';
	return { attempt: attempt.id, item, fields: fieldsFor(form, number, which), base };
}
