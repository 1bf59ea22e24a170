import { deleteClassesOf } from '../classes/erase.ts';
import { ask, problem, type Desk, type Outcome, type Visit } from './desk.ts';
import { limits } from './limits.ts';
import { signOut, type Teacher, type WithCookies } from './signing.ts';
import { newPasswordProblem, readEmail, readPerson } from './typed.ts';

/** How somebody can sign in. */
export interface Ways {
	password: boolean;
	providers: string[];
}

export async function waysOf(desk: Desk, { id }: Pick<Teacher, 'id'>): Promise<Ways> {
	const accounts = await desk.ground.store.read((db) =>
		db.selectFrom('account').select('provider_id').where('user_id', '=', id).execute()
	);
	const names = accounts.map(({ provider_id }) => provider_id);
	return {
		password: names.includes('credential'),
		providers: names.filter((name) => name !== 'credential')
	};
}

export async function changeName(desk: Desk, visit: Visit, typed: string): Promise<WithCookies> {
	const name = readPerson(typed);
	if (!name) return problem('bad-person', 'name');
	return ask(desk, () =>
		desk.auth.api.updateUser({ body: { name }, headers: visit.headers, returnHeaders: true })
	);
}

/** Whether this is the teacher's password; tries are counted. Who has none is let through. */
async function checkPassword(
	desk: Desk,
	visit: Visit,
	teacher: Teacher,
	password: string
): Promise<Outcome> {
	const tooMany = await limits.password(desk, visit, teacher.id);
	if (tooMany) return tooMany;
	if (!(await waysOf(desk, teacher)).password) return { ok: true };
	const checked = await ask(desk, () =>
		desk.auth.api.verifyPassword({
			body: { password },
			headers: visit.headers,
			returnHeaders: true
		})
	);
	return checked.ok ? { ok: true } : checked;
}

/**
 * Changes the address: at once, or, where letters are sent, when the letter to the new address was answered.
 * @returns whether a letter was sent
 */
export async function changeEmail(
	desk: Desk,
	visit: Visit,
	teacher: Teacher,
	typed: { email: string; password: string }
): Promise<Outcome<{ letter: boolean }>> {
	const email = readEmail(typed.email);
	if (!email) return problem('bad-email', 'email');
	const mine = await checkPassword(desk, visit, teacher, typed.password);
	if (!mine.ok) return mine;
	if (email === teacher.email) return { ok: true, letter: false };
	if (!desk.mails) return takeEmail(desk, teacher, email);
	const tooMany = await limits.letter(desk, visit, email);
	if (tooMany) return tooMany;
	const asked = await ask(desk, () =>
		desk.auth.api.changeEmail({
			body: { newEmail: email },
			headers: visit.headers,
			returnHeaders: true
		})
	);
	return asked.ok ? { ok: true, letter: true } : asked;
}

/** Without letters: the address is taken at its word, unless another account has it. */
async function takeEmail(
	{ ground }: Desk,
	{ id }: Teacher,
	email: string
): Promise<Outcome<{ letter: boolean }>> {
	return ground.store.change(async (db) => {
		const other = await db
			.selectFrom('user')
			.select('id')
			.where('email', '=', email)
			.where('id', '!=', id)
			.executeTakeFirst();
		if (other) return problem('other-email', 'email');
		await db.updateTable('user').set({ email }).where('id', '=', id).execute();
		return { ok: true, letter: false };
	});
}

/** Changes the password, or sets the first one; other devices are signed out. */
export async function changePassword(
	desk: Desk,
	visit: Visit,
	teacher: Teacher,
	typed: { password: string; newPassword: string }
): Promise<WithCookies> {
	const weak = newPasswordProblem(typed.newPassword, 'newPassword');
	if (weak) return weak;
	const { headers } = visit;
	const { newPassword } = typed;
	if (!(await waysOf(desk, teacher)).password)
		return ask(desk, () =>
			desk.auth.api.setPassword({ body: { newPassword }, headers, returnHeaders: true })
		);
	const tooMany = await limits.password(desk, visit, teacher.id);
	if (tooMany) return tooMany;
	return ask(desk, () =>
		desk.auth.api.changePassword({
			body: { newPassword, currentPassword: typed.password, revokeOtherSessions: true },
			headers,
			returnHeaders: true
		})
	);
}

/**
 * Deletes the account, its classes, and all that hangs on them. The address is typed, so that it is meant; the password,
 * so that it is not somebody who found the browser open.
 */
export async function deleteAccount(
	desk: Desk,
	visit: Visit,
	teacher: Teacher,
	typed: { email: string; password: string }
): Promise<WithCookies> {
	if (readEmail(typed.email) !== teacher.email) return problem('not-your-email', 'email');
	const mine = await checkPassword(desk, visit, teacher, typed.password);
	if (!mine.ok) return mine;
	const gone = await deleteClassesOf(desk.ground, { teacher: teacher.id });
	if (!gone.ok) return problem('failed');
	const out = await signOut(desk, visit);
	await desk.ground.store.change((db) =>
		db.deleteFrom('user').where('id', '=', teacher.id).execute()
	);
	return out;
}
