import { expect, test } from 'vitest';
import {
	changeClass,
	claimClasses,
	classOfLink,
	createClass,
	listClasses,
	renewCode
} from '../../src/lib/server/classes/classes.ts';
import { createAssignment } from '../../src/lib/server/classes/assignments.ts';
import { linesOf } from '../../src/lib/server/classes/home.ts';
import { comeBack, join } from '../../src/lib/server/classes/joining.ts';
import { phrases, phrasesAnywhere, wrongCodes } from '../../src/lib/server/classes/limits.ts';
import { studentOfToken } from '../../src/lib/server/classes/sessions.ts';
import {
	listNames,
	listStudents,
	removeStudent,
	renameStudent,
	renewPhrase,
	resetPhrase
} from '../../src/lib/server/classes/students.ts';
import { nobody } from '../../src/lib/server/classes/access.ts';
import { newId } from '../../src/lib/server/storage/ids.ts';
import { onEachEngine, suiteGround } from './engines.ts';
import { aClass, aStudent, choice, codeOf, well } from './people.ts';

onEachEngine('classes and students', (engine) => {
	const ground = suiteGround(engine);

	test('a class is made without an account, and claimed by signing up', async () => {
		const made = well(await createClass(ground, nobody, { name: ' 7b\n' }, newId()));
		expect(made.class).toMatchObject({ name: '7b', owner_id: null, capacity: 60 });
		expect(made.class.code).toMatch(/^[34679ACEFGHJKMNPRTWXY]{6}$/);
		expect(made.class.link_hash).not.toContain(made.link);
		expect((await classOfLink(ground, made.link ?? ''))?.id).toBe(made.class.id);
		const teacher = { teacher: newId() };
		expect(await claimClasses(ground, [teacher, { link: made.class.id }])).toEqual([made.class.id]);
		expect(await claimClasses(ground, [{ teacher: newId() }, { link: made.class.id }])).toEqual([]);
		expect(await classOfLink(ground, made.link ?? '')).toBeUndefined();
		expect(await listClasses(ground, { link: made.class.id })).toEqual([]);
		expect(await listClasses(ground, teacher)).toMatchObject([{ id: made.class.id, students: 0 }]);
	});

	test('a student joins by code and name, and comes back by three words', async () => {
		const { class: seven } = await aClass(ground);
		const typed = ` ${seven.code.slice(0, 3).toLowerCase()}-${seven.code.slice(3)}`;
		const ann = well(await join(ground, { code: typed, name: 'Ann  Lee' }, newId()));
		expect(ann.student.name).toBe('Ann Lee');
		expect(ann.phrase.split(' ')).toHaveLength(3);
		expect((await studentOfToken(ground, ann.token))?.student.id).toBe(ann.student.id);
		const phrase = ann.phrase.toUpperCase().replaceAll(' ', ' - ');
		const back = well(await comeBack(ground, { code: seven.code, phrase }, newId()));
		expect(back.student.id).toBe(ann.student.id);
		expect(back.token).not.toBe(ann.token);
		const other = await aClass(ground);
		const elsewhere = { code: other.class.code, phrase: ann.phrase };
		expect(codeOf(await comeBack(ground, elsewhere, newId()))).toBe('wrong-phrase');
	});

	test('each way of not joining has its own code', async () => {
		const { class: seven, teacher } = await aClass(ground, { capacity: 2 });
		const tryTo = async (name: string, code = seven.code) =>
			codeOf(await join(ground, { code, name }, newId()));
		await aStudent(ground, seven.code, 'Straße');
		expect(await tryTo('STRASSE')).toBe('name-taken');
		expect(await tryTo('straße ')).toBe('name-taken');
		expect(await tryTo(' \u200b')).toBe('bad-name');
		expect(await tryTo('Ann', 'AAAAA')).toBe('wrong-code');
		await changeClass(ground, teacher, seven.id, { joiningOpen: false });
		expect(await tryTo('Ann')).toBe('joining-closed');
		await changeClass(ground, teacher, seven.id, { joiningOpen: true });
		await aStudent(ground, seven.code, 'Ann');
		expect(await tryTo('Bob')).toBe('class-full');
		const old = seven.code;
		well(await renewCode(ground, teacher, seven.id));
		expect(await tryTo('Bob', old)).toBe('wrong-code');
	});

	test('the last place and a name are given once, when many want them at once', async () => {
		const { class: seven } = await aClass(ground, { capacity: 5 });
		const names = Array.from({ length: 12 }, (_, at) => `Student ${at % 8}`);
		const all = await Promise.all(
			names.map((name) => join(ground, { code: seven.code, name }, newId()))
		);
		expect(all.filter(({ ok }) => ok)).toHaveLength(5);
		const codes = new Set(all.flatMap((one) => (one.ok ? [] : [one.code])));
		expect([...codes].every((code) => ['class-full', 'name-taken'].includes(code))).toBe(true);
	});

	test('from a list, a name is chosen once; no other name joins', async () => {
		const { class: seven, teacher } = await aClass(ground, { names: 'list' });
		const names = ['Ann', 'Bob', 'ann'];
		expect(well(await listNames(ground, teacher, seven.id, names)).added).toBe(2);
		const bob = await aStudent(ground, seven.code, 'bob');
		expect(bob.student).toMatchObject({ name: 'Bob', on_list: 1 });
		expect(codeOf(await join(ground, { code: seven.code, name: 'Bob' }, newId()))).toBe(
			'name-taken'
		);
		expect(codeOf(await join(ground, { code: seven.code, name: 'Eve' }, newId()))).toBe(
			'not-on-list'
		);
	});

	test('the teacher renames, resets and removes', async () => {
		const { class: seven, teacher } = await aClass(ground);
		const [ann, bob] = [
			await aStudent(ground, seven.code, 'Ann'),
			await aStudent(ground, seven.code, 'Bob')
		];
		expect(codeOf(await renameStudent(ground, teacher, ann.student.id, 'BOB'))).toBe('name-taken');
		well(await renameStudent(ground, teacher, ann.student.id, 'ANN'));
		const { phrase } = well(await resetPhrase(ground, teacher, ann.student.id));
		expect(await studentOfToken(ground, ann.token)).toBeUndefined();
		const old = { code: seven.code, phrase: ann.phrase };
		expect(codeOf(await comeBack(ground, old, newId()))).toBe('wrong-phrase');
		well(await comeBack(ground, { code: seven.code, phrase }, newId()));
		well(await removeStudent(ground, teacher, bob.student.id));
		expect(await studentOfToken(ground, bob.token)).toBeUndefined();
		const { students } = well(await listStudents(ground, teacher, seven.id));
		expect(students.map(({ name }) => name)).toEqual(['ANN']);
	});

	test('a student who is here gets new words; the old ones no longer open anything', async () => {
		const { class: seven } = await aClass(ground);
		const ann = await aStudent(ground, seven.code, 'Ann');
		const { phrase } = well(await renewPhrase(ground, ann.actor, ann.student.id));
		expect(await studentOfToken(ground, ann.token)).toBeDefined();
		const back = (words: string) => comeBack(ground, { code: seven.code, phrase: words }, newId());
		expect(codeOf(await back(ann.phrase))).toBe('wrong-phrase');
		expect(well(await back(phrase)).student.id).toBe(ann.student.id);
	});

	test('quizzes of one title are told apart by when they were set', async () => {
		const { class: seven, teacher } = await aClass(ground);
		const ann = await aStudent(ground, seven.code, 'Ann');
		for (const title of ['Mills', 'Mills', 'Rivers']) {
			well(await createAssignment(ground, teacher, seven.id, { title, choice }));
			ground.at += 60_000;
		}
		const titles = well(await linesOf(ground, ann.actor, seven)).lines.map((line) => line.title);
		expect(titles).toContain('Rivers');
		expect(new Set(titles).size).toBe(3);
	});

	test('guessing is limited, counted in the database, and locks nobody out elsewhere', async () => {
		const { class: seven } = await aClass(ground);
		const address = newId();
		const guess = () => join(ground, { code: 'AAAAAA', name: 'Ann' }, address);
		const codes = await Promise.all(Array.from({ length: wrongCodes.most + 1 }, guess));
		expect(codes.filter((one) => codeOf(one) === 'wrong-code')).toHaveLength(wrongCodes.most);
		const right = { code: seven.code, name: 'Ann' };
		expect(codeOf(await join(ground, right, address))).toBe('too-many-tries');
		const ann = well(await join(ground, right, newId()));

		const wrong = { code: seven.code, phrase: 'abandon ability able' };
		const mine = { code: seven.code, phrase: ann.phrase };
		const school = newId();
		for (let turn = 0; turn < phrases.most; turn++) await comeBack(ground, wrong, school);
		expect(codeOf(await comeBack(ground, mine, school))).toBe('too-many-tries');
		well(await comeBack(ground, mine, newId()));
		// from many addresses at once
		await ground.store.change((db) =>
			db.updateTable('tries').set({ count: phrasesAnywhere.most }).execute()
		);
		expect(codeOf(await comeBack(ground, mine, newId()))).toBe('too-many-tries');
		ground.at += 60 * 60_000;
		expect(codeOf(await comeBack(ground, wrong, school))).toBe('wrong-phrase');
		well(await comeBack(ground, mine, school));
		const kept = await ground.store.read((db) => db.selectFrom('tries').selectAll().execute());
		expect(JSON.stringify(kept)).not.toContain(address);
	});
});
