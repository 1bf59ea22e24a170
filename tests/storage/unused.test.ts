import { expect, test } from 'vitest';
import { getClass } from '../../src/lib/server/classes/classes.ts';
import { studentOfToken } from '../../src/lib/server/classes/sessions.ts';
import { deletedAt, sweepUnused } from '../../src/lib/server/classes/unused.ts';
import { deleteExpired } from '../../src/lib/server/expired.ts';
import { tellOwner } from '../../src/lib/server/housekeeping.ts';
import { offerToUse } from '../../src/lib/server/accounts/passkeys/passkeys.ts';
import type { Letter } from '../../src/lib/server/accounts/mail.ts';
import type { Schema } from '../../src/lib/server/storage/tables.ts';
import { anAccount, Browser, newDesk, origin, signedIn } from './desk.ts';
import { noon, onEachEngine, suiteGround } from './engines.ts';
import { aClass, aSitting, aStudent, well } from './people.ts';

const day = 24 * 60 * 60_000;
const months = 18;
const kept = months * 31 * day;

onEachEngine('classes that nobody uses', (engine) => {
	const ground = suiteGround(engine);
	const idsTold = async () => (await sweepUnused(ground, months)).map(({ id }) => id);
	const count = async (table: keyof Schema) =>
		ground.store.read((db) =>
			db
				.selectFrom(table)
				.select(({ fn }) => fn.countAll<number>().as('n'))
				.executeTakeFirstOrThrow()
				.then(({ n }) => n)
		);

	test('are deleted with all that is in them, thirty days after their teacher was told', async () => {
		ground.at = noon;
		const { class: group } = await aSitting(ground);
		ground.at = noon + kept - 31 * day;
		expect(await idsTold()).toEqual([]);
		ground.at = noon + kept + 400 * day; // the server was off
		const [told] = await sweepUnused(ground, months);
		expect(told?.id).toBe(group.id);
		expect(told && deletedAt(told, months)).toBe(ground.at + 30 * day);
		expect(await idsTold()).toEqual([]); // once
		ground.at += 30 * day;
		expect(await idsTold()).toEqual([]);
		expect(await count('class')).toBe(1);
		ground.at += 1;
		await sweepUnused(ground, months);
		expect(await count('class')).toBe(0);
		expect(await count('kept_item')).toBe(0);
	});

	test('are kept when their teacher opens them, or a student comes', async () => {
		ground.at = noon;
		const opened = await aClass(ground);
		const visited = await aClass(ground);
		const left = await aClass(ground);
		const student = await aStudent(ground, visited.class.code, 'Ann');
		ground.at = noon + kept - day;
		expect((await idsTold()).toSorted()).toEqual(
			[opened, visited, left].map((one) => one.class.id).toSorted()
		);
		well(await getClass(ground, opened.teacher, opened.class.id));
		expect(await studentOfToken(ground, student.token)).toBeDefined();
		ground.at += 60 * day;
		await sweepUnused(ground, months);
		expect(await getClass(ground, left.teacher, left.class.id)).toMatchObject({ ok: false });
		const { class: again } = well(await getClass(ground, opened.teacher, opened.class.id));
		expect(deletedAt(again, months)).toBeNull();
		well(await getClass(ground, visited.teacher, visited.class.id));
	});

	test('of a time when this was not kept begin anew', async () => {
		ground.at = noon;
		const { class: group, teacher } = await aClass(ground);
		await ground.store.change((db) =>
			db.updateTable('class').set({ used_at: 0 }).where('id', '=', group.id).execute()
		);
		ground.at = noon + 2 * kept;
		expect(await idsTold()).not.toContain(group.id);
		well(await getClass(ground, teacher, group.id));
	});

	test('are announced to their owner by a letter, which names the day', async () => {
		const email = await anAccount(newDesk(ground));
		const { teacher } = await signedIn(newDesk(ground), email);
		const { class: group } = await aClass(ground);
		const sent: Letter[] = [];
		const by = {
			send: async (letter: Letter) => void sent.push(letter),
			site: 'Mills',
			address: 'https://sourcebook.example/teach'
		};
		await tellOwner(ground, { ...group, warned_at: noon + kept, used_at: noon }, months, by);
		expect(sent).toEqual([]); // nobody's account
		const owned = { ...group, owner_id: teacher.id, used_at: noon, warned_at: noon + kept };
		await tellOwner(ground, owned, months, by);
		expect(sent).toMatchObject([{ to: email, subject: expect.stringContaining('7b') }]);
		expect(sent[0]?.text).toMatch(/deleted on 15 December 2032[^]*sourcebook\.example\/teach/);
	});

	test('what has run out is deleted: challenges, what limits tries, sessions', async () => {
		await ground.store.change((db) => db.deleteFrom('tries').execute()); // of other tests, in the future
		ground.at = Date.now(); // as better-auth’s clock
		const desk = newDesk(ground);
		await signedIn(desk, await anAccount(desk));
		await offerToUse(desk, new Browser(), { origin, host: 'sourcebook.example' });
		const left = async () => {
			await deleteExpired(ground);
			return Promise.all((['passkey_challenge', 'tries', 'session'] as const).map(count));
		};
		const counts = await left();
		expect(counts.every((n) => n > 0)).toBe(true);
		const [, tries, sessions] = counts;
		ground.at += 6 * 60_000;
		expect(await left()).toEqual([0, tries, sessions]);
		ground.at += 2 * day;
		expect(await left()).toEqual([0, 0, sessions]);
		ground.at += 28 * day;
		expect(await left()).toEqual([0, 0, 0]);
	});
});
