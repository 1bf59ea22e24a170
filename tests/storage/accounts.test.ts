import { getMigrations } from 'better-auth/db/migration';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { optionsOf } from '../../src/lib/server/accounts/auth.ts';
import type { Desk } from '../../src/lib/server/accounts/desk.ts';
import {
	listDevices,
	signOutDevice,
	signOutOthers
} from '../../src/lib/server/accounts/devices.ts';
import type { Letter } from '../../src/lib/server/accounts/mail.ts';
import {
	changeEmail,
	changeName,
	changePassword,
	deleteAccount
} from '../../src/lib/server/accounts/profile.ts';
import {
	askForReset,
	confirmEmail,
	isResetOpen,
	resetPassword
} from '../../src/lib/server/accounts/recovery.ts';
import {
	signIn,
	signOut,
	signUp,
	teacherOfSession
} from '../../src/lib/server/accounts/signing.ts';
import { createClass } from '../../src/lib/server/classes/classes.ts';
import { newId } from '../../src/lib/server/storage/ids.ts';
import { anAccount, Browser, making, newDesk, newEmail, password, signedIn } from './desk.ts';
import { onEachEngine, suiteGround } from './engines.ts';

const linkIn = ({ text }: Letter): string => /https:\S+/.exec(text)?.[0] ?? '';
const tokenIn = (letter: Letter): string => new URL(linkIn(letter)).searchParams.get('token') ?? '';

onEachEngine('accounts', (engine) => {
	const ground = suiteGround(engine);
	let desk: Desk;
	beforeAll(() => {
		desk = newDesk(ground);
	});
	const rows = (table: 'user' | 'session' | 'account' | 'class', column: string, value: string) =>
		ground.store.db
			.selectFrom(table)
			.selectAll()
			.where(column as 'id', '=', value)
			.execute();

	test('better-auth finds its tables as it would have made them', async () => {
		const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
		const found = await getMigrations({
			...optionsOf(making(ground, [])),
			logger: { level: 'warn' }
		});
		const { toBeCreated, toBeAdded, toBeAddedIndexes, schemaProblems } = found;
		expect({ toBeCreated, toBeAdded, toBeAddedIndexes, schemaProblems }).toEqual({
			toBeCreated: [],
			toBeAdded: [],
			toBeAddedIndexes: [],
			schemaProblems: []
		});
		expect(warn.mock.calls).toEqual([]);
		warn.mockRestore();
	});

	test('an account is made, and opens by its password alone', async () => {
		const email = newEmail();
		const typed = { name: ' Ada  Lovelace ', email: ` ${email.toUpperCase()} `, password };
		expect(await signUp(desk, new Browser(), typed)).toEqual({ ok: true });
		const { teacher, cookies } = await signedIn(desk, email);
		expect(teacher).toMatchObject({ name: 'Ada Lovelace', email });
		expect(cookies[0]).toMatch(/^__Secure-sourcebook\.session_token=/);
		for (const sign of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/'])
			expect(cookies[0]?.toLowerCase()).toContain(sign.toLowerCase());
		const wrong = await signIn(desk, new Browser(), { email, password: `${password}.` });
		const nobody = await signIn(desk, new Browser(), { email: newEmail(), password });
		expect(wrong).toMatchObject({ ok: false, code: 'no-match' });
		expect(nobody).toEqual(wrong);
	});

	test('what is kept of a password is argon2id, and of an address of the net nothing', async () => {
		const email = await anAccount(desk);
		const { teacher } = await signedIn(desk, email);
		expect(await rows('account', 'user_id', teacher.id)).toMatchObject([
			{ provider_id: 'credential', password: expect.stringMatching(/^argon2id\$19456\$2\$/) }
		]);
		expect(await rows('session', 'user_id', teacher.id)).toMatchObject([{ ip_address: '' }]);
	});

	test('signing up twice changes nothing, and is answered alike', async () => {
		const email = await anAccount(desk);
		const again = { name: 'Eve', email, password: 'another password' };
		expect(await signUp(desk, new Browser(), again)).toEqual({ ok: true });
		expect((await signedIn(desk, email)).teacher.name).toBe('Ada');
		expect(await signIn(desk, new Browser(), again)).toMatchObject({ code: 'no-match' });
	});

	test('two who sign up at once with one address make one account', async () => {
		const typed = { name: 'Ada', email: newEmail(), password };
		vi.spyOn(console, 'error').mockImplementation(() => undefined);
		const both = await Promise.all([1, 2].map(() => signUp(desk, new Browser(), typed)));
		vi.restoreAllMocks();
		expect(both).toEqual([{ ok: true }, { ok: true }]);
		expect(await rows('user', 'email', typed.email)).toHaveLength(1);
		expect((await signedIn(desk, typed.email)).teacher.email).toBe(typed.email);
	});

	test.each([
		[{ name: ' ' }, 'bad-person', 'name'],
		[{ email: 'ada' }, 'bad-email', 'email'],
		[{ email: 'a@b' }, 'bad-email', 'email'],
		[{ password: '123456789' }, 'short-password', 'password'],
		[{ password: 'x'.repeat(129) }, 'long-password', 'password']
	])('%j is refused beside its field', async (wrong, code, field) => {
		const typed = { name: 'Ada', email: newEmail(), password, ...wrong };
		expect(await signUp(desk, new Browser(), typed)).toMatchObject({ ok: false, code, field });
	});

	test('tries are limited for an account, from one address of the net, and then still refused', async () => {
		const email = await anAccount(desk);
		const browser = new Browser();
		const wrong = { email, password: 'wrong password' };
		for (let n = 0; n < 10; n++)
			expect(await signIn(desk, browser, wrong)).toMatchObject({ code: 'no-match' });
		const right = { email, password };
		expect(await signIn(desk, browser, right)).toMatchObject({ code: 'too-many-tries' });
		expect(await signIn(desk, new Browser(), right)).toMatchObject({ ok: true });
	});

	test('a session ends here, elsewhere, or everywhere else, and never somebody else’s', async () => {
		const email = await anAccount(desk);
		const [here, there, third] = [
			await signedIn(desk, email),
			await signedIn(desk, email, new Browser('Mozilla/5.0 (Windows NT 10.0) Edg/140.0 Chrome/1')),
			await signedIn(desk, email)
		];
		const stranger = await signedIn(desk, await anAccount(desk));
		const list = await listDevices(desk, here.browser, here.teacher);
		expect(list).toHaveLength(3);
		expect(list[0]).toMatchObject({ here: true, name: 'Firefox on Linux' });
		expect(list.map(({ name }) => name)).toContain('Edge on Windows');
		expect(JSON.stringify(list)).not.toContain('token');

		await signOutDevice(desk, stranger.browser, there.teacher.session);
		expect((await teacherOfSession(desk, there.browser)).teacher).toBeDefined();
		await signOutDevice(desk, here.browser, there.teacher.session);
		expect((await teacherOfSession(desk, there.browser)).teacher).toBeUndefined();
		await signOutOthers(desk, here.browser);
		expect((await teacherOfSession(desk, third.browser)).teacher).toBeUndefined();
		const old = here.browser.headers;
		expect(await signOut(desk, here.browser)).toMatchObject({ ok: true });
		expect((await teacherOfSession(desk, { headers: old })).teacher).toBeUndefined();
		expect((await teacherOfSession(desk, stranger.browser)).teacher).toBeDefined();
	});

	test('a session that was not used for thirty days is deleted when somebody signs in', async () => {
		const [email, other] = [await anAccount(desk), await anAccount(desk)];
		const { teacher, browser } = await signedIn(desk, email);
		vi.useFakeTimers({ now: Date.now() + 31 * 24 * 60 * 60_000, toFake: ['Date'] });
		expect((await teacherOfSession(desk, browser)).teacher).toBeUndefined();
		const later = await signedIn(desk, other);
		vi.useRealTimers();
		expect(await rows('session', 'user_id', teacher.id)).toEqual([]);
		expect(await rows('session', 'user_id', later.teacher.id)).toHaveLength(1);
	});

	test('a cookie that was changed is nobody’s', async () => {
		const { browser } = await signedIn(desk, await anAccount(desk));
		const cookie = browser.headers.get('cookie') ?? '';
		for (const forged of [cookie.replace('=', '=A'), cookie.slice(0, -12), 'x=y']) {
			const headers = new Headers({ cookie: forged });
			expect((await teacherOfSession(desk, { headers })).teacher).toBeUndefined();
		}
	});

	test('name, address and password are changed; a password signs the other devices out', async () => {
		const email = await anAccount(desk);
		const { browser, teacher } = await signedIn(desk, email);
		const other = await signedIn(desk, email);
		expect(await changeName(desk, browser, 'Ada L.')).toMatchObject({ ok: true });

		const moved = newEmail();
		const wrong = { email: moved, password: 'wrong password' };
		expect(await changeEmail(desk, browser, teacher, wrong)).toMatchObject({
			code: 'wrong-password'
		});
		const taken = { email: await anAccount(desk), password };
		expect(await changeEmail(desk, browser, teacher, taken)).toMatchObject({ code: 'other-email' });
		expect(await changeEmail(desk, browser, teacher, { email: moved, password })).toEqual({
			ok: true,
			letter: false
		});
		const changed = await changePassword(desk, browser, teacher, {
			password,
			newPassword: 'ten purple umbrellas'
		});
		if (changed.ok) browser.take(changed.cookies);
		expect((await teacherOfSession(desk, browser)).teacher).toMatchObject({
			id: teacher.id,
			name: 'Ada L.',
			email: moved
		});
		expect((await teacherOfSession(desk, other.browser)).teacher).toBeUndefined();
		const typed = { email: moved, password: 'ten purple umbrellas' };
		expect(await signIn(desk, new Browser(), typed)).toMatchObject({ ok: true });
	});

	test('an account is deleted with its classes, and nobody else’s', async () => {
		const email = await anAccount(desk);
		const { browser, teacher } = await signedIn(desk, email);
		const mine = await createClass(ground, { teacher: teacher.id }, { name: '7b' }, newId());
		const other = await createClass(ground, { teacher: newId() }, { name: '8a' }, newId());
		if (!mine.ok || !other.ok) throw new Error('no class');
		const otherEmail = { email: 'ada@other.example', password };
		expect(await deleteAccount(desk, browser, teacher, otherEmail)).toMatchObject({
			code: 'not-your-email'
		});
		const guess = { email, password: 'ten purple umbrellas' };
		expect(await deleteAccount(desk, browser, teacher, guess)).toMatchObject({
			code: 'wrong-password'
		});
		expect(await rows('class', 'id', mine.class.id)).toHaveLength(1);
		const gone = await deleteAccount(desk, browser, teacher, { email, password });
		expect(gone).toMatchObject({ ok: true });
		expect(await rows('class', 'id', mine.class.id)).toEqual([]);
		expect(await rows('class', 'id', other.class.id)).toHaveLength(1);
		expect(await rows('user', 'id', teacher.id)).toEqual([]);
		for (const table of ['session', 'account'] as const)
			expect(await rows(table, 'user_id', teacher.id)).toEqual([]);
		expect(await signIn(desk, new Browser(), { email, password })).toMatchObject({
			code: 'no-match'
		});
	});
});

onEachEngine('accounts where letters are sent', (engine) => {
	const ground = suiteGround(engine);
	const sent: Letter[] = [];
	let desk: Desk;
	beforeAll(() => {
		desk = newDesk(ground, sent);
	});
	const letterTo = (email: string) => sent.filter(({ to }) => to === email);
	const lastTo = (email: string): Letter => {
		const letter = letterTo(email).at(-1);
		if (!letter) throw new Error(`no letter to ${email}`);
		return letter;
	};
	async function aConfirmed() {
		const email = await anAccount(desk);
		await confirmEmail(desk, new Browser(), tokenIn(lastTo(email)));
		return email;
	}

	test('an account opens when its address is confirmed', async () => {
		const email = await anAccount(desk);
		expect(linkIn(lastTo(email))).toMatch(/^https:\/\/sourcebook\.example\/teach\/confirm\?token=/);
		const typed = { email, password };
		expect(await signIn(desk, new Browser(), typed)).toMatchObject({ code: 'not-confirmed' });
		expect(letterTo(email)).toHaveLength(2);
		expect(await confirmEmail(desk, new Browser(), 'x')).toMatchObject({ code: 'old-link' });
		const token = tokenIn(lastTo(email));
		expect(await confirmEmail(desk, new Browser(), token)).toEqual({ ok: true });
		expect(await confirmEmail(desk, new Browser(), token)).toEqual({ ok: true });
		expect(await signIn(desk, new Browser(), typed)).toMatchObject({ ok: true });
	});

	test('who signs up again gets a letter that says so; the page says nothing', async () => {
		const email = await aConfirmed();
		const typed = { name: 'Eve', email, password: 'another password' };
		expect(await signUp(desk, new Browser(), typed)).toEqual({ ok: true });
		await vi.waitFor(() => expect(lastTo(email).subject).toContain('have an account already'));
	});

	describe('a link for a new password', () => {
		test('works once, signs all devices out, and is told by letter', async () => {
			const email = await aConfirmed();
			const { browser } = await signedIn(desk, email);
			expect(await askForReset(desk, new Browser(), email)).toEqual({ ok: true });
			const token = tokenIn(lastTo(email));
			expect(await isResetOpen(desk, token)).toBe(true);
			const short = { token, password: 'short' };
			expect(await resetPassword(desk, browser, short)).toMatchObject({ code: 'short-password' });
			const typed = { token, password: 'ten purple umbrellas' };
			expect(await resetPassword(desk, browser, typed)).toEqual({ ok: true });
			expect(await isResetOpen(desk, token)).toBe(false);
			expect(await resetPassword(desk, browser, typed)).toMatchObject({ code: 'old-link' });
			expect((await teacherOfSession(desk, browser)).teacher).toBeUndefined();
			expect(await signIn(desk, browser, { email, password })).toMatchObject({ code: 'no-match' });
			expect(lastTo(email).subject).toContain('was changed');
		});

		test('lets in whoever had guessed too often before', async () => {
			const email = await aConfirmed();
			const guess = () => signIn(desk, new Browser(), { email, password: 'a wrong password' });
			let answer = await guess();
			while (answer.ok === false && answer.code === 'no-match') answer = await guess();
			expect(answer).toMatchObject({ code: 'too-many-tries' });
			await askForReset(desk, new Browser(), email);
			const typed = { token: tokenIn(lastTo(email)), password: 'ten purple umbrellas' };
			expect(await resetPassword(desk, new Browser(), typed)).toEqual({ ok: true });
			const anew = { email, password: typed.password };
			expect(await signIn(desk, new Browser(), anew)).toMatchObject({ ok: true });
		});

		test('is used by one of two at once', async () => {
			const email = await aConfirmed();
			await askForReset(desk, new Browser(), email);
			const token = tokenIn(lastTo(email));
			const both = await Promise.all(
				['first of two passwords', 'second of two passwords'].map((typed) =>
					resetPassword(desk, new Browser(), { token, password: typed })
				)
			);
			expect(both.filter(({ ok }) => ok)).toHaveLength(1);
		});

		test('is not kept as it is, and ends after an hour', async () => {
			const email = await aConfirmed();
			await askForReset(desk, new Browser(), email);
			const token = tokenIn(lastTo(email));
			const kept = await ground.store.db.selectFrom('verification').selectAll().execute();
			expect(JSON.stringify(kept)).not.toContain(token);
			vi.useFakeTimers({ now: Date.now() + 61 * 60_000, toFake: ['Date'] });
			const typed = { token, password: 'ten purple umbrellas' };
			const late = await resetPassword(desk, new Browser(), typed);
			vi.useRealTimers();
			expect(late).toMatchObject({ code: 'old-link' });
		});

		test('is not sent to an address without an account, which is not told, nor too often', async () => {
			const [stranger, email] = [newEmail(), await aConfirmed()];
			expect(await askForReset(desk, new Browser(), stranger)).toEqual({ ok: true });
			expect(letterTo(stranger)).toEqual([]);
			const answers: unknown[] = [];
			for (let n = 0; n < 6; n++) answers.push(await askForReset(desk, new Browser(), email));
			expect(answers.at(-1)).toMatchObject({ code: 'too-many-tries' });
		});
	});

	test('a new address counts when the letter to it is answered', async () => {
		const email = await aConfirmed();
		const { browser, teacher } = await signedIn(desk, email);
		const moved = newEmail();
		expect(await changeEmail(desk, browser, teacher, { email: moved, password })).toEqual({
			ok: true,
			letter: true
		});
		expect((await teacherOfSession(desk, browser)).teacher?.email).toBe(email);
		expect(await confirmEmail(desk, new Browser(), tokenIn(lastTo(moved)))).toEqual({ ok: true });
		expect((await teacherOfSession(desk, browser)).teacher?.email).toBe(moved);
	});
});
