import { ask, problem, type Desk, type Outcome, type Visit } from './desk.ts';
import { limits } from './limits.ts';
import { newPasswordProblem, readEmail, readPerson } from './typed.ts';

/** What the browser gets: whole values of Set-Cookie. */
export type WithCookies = Outcome<{ cookies: string[] }>;

/**
 * Signs in. An address without an account, and one whose password is wrong, are answered alike, and as slowly.
 * @returns the id of the teacher
 */
export async function signIn(
	desk: Desk,
	visit: Visit,
	typed: { email: string; password: string }
): Promise<Outcome<{ cookies: string[]; id: string }>> {
	const email = readEmail(typed.email);
	if (!email) return problem('bad-email', 'email');
	const tooMany = await limits.signIn(desk, visit, email);
	if (tooMany) return tooMany;
	const answer = await ask(desk, () =>
		desk.auth.api.signInEmail({
			body: { email, password: typed.password },
			headers: visit.headers,
			returnHeaders: true
		})
	);
	if (!answer.ok) return answer;
	return { ok: true, cookies: answer.cookies, id: answer.response.user.id };
}

/**
 * Makes an account, unless the address has one: the answer is the same. Where letters are sent, a letter says which;
 * else the password does, when signing in.
 */
export async function signUp(
	desk: Desk,
	visit: Visit,
	typed: { name: string; email: string; password: string }
): Promise<Outcome> {
	const [name, email] = [readPerson(typed.name), readEmail(typed.email)];
	if (!name) return problem('bad-person', 'name');
	if (!email) return problem('bad-email', 'email');
	const weak = newPasswordProblem(typed.password);
	if (weak) return weak;
	const tooMany = await limits.signUp(desk, visit, email);
	if (tooMany) return tooMany;
	const make = () =>
		ask(desk, () =>
			desk.auth.api.signUpEmail({
				body: { name, email, password: typed.password },
				headers: visit.headers,
				returnHeaders: true
			})
		);
	const made = await make();
	// the same form sent twice at once: the second time, the account is there
	const again = !made.ok && made.code === 'failed' ? await make() : made;
	return again.ok ? { ok: true } : again;
}

/** Ends the session of this browser; when there is none, too. */
export async function signOut(desk: Desk, { headers }: Visit): Promise<WithCookies> {
	return ask(desk, () => desk.auth.api.signOut({ headers, returnHeaders: true }));
}

/** Somebody who is signed in. */
export interface Teacher {
	id: string;
	name: string;
	email: string;
	/** Of this browser's session. */
	session: string;
}

/** Who is signed in; a session that is used is kept for longer, so that there can be cookies. */
export async function teacherOfSession(
	desk: Desk,
	{ headers }: Pick<Visit, 'headers'>
): Promise<{ teacher: Teacher | undefined; cookies: string[] }> {
	const found = await ask(desk, () => desk.auth.api.getSession({ headers, returnHeaders: true }));
	if (!found.ok) return { teacher: undefined, cookies: [] };
	const { response, cookies } = found;
	if (!response) return { teacher: undefined, cookies };
	const { user, session } = response;
	return {
		teacher: { id: user.id, name: user.name, email: user.email, session: session.id },
		cookies
	};
}
