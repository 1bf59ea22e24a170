import { ask, problem, type Desk, type Outcome, type Visit } from './desk.ts';
import { limits } from './limits.ts';
import { newPasswordProblem, readEmail } from './typed.ts';

/** Asks for a letter with a link to a new password. Whether the address has an account is not told. */
export async function askForReset(desk: Desk, visit: Visit, typed: string): Promise<Outcome> {
	const email = readEmail(typed);
	if (!email) return problem('bad-email', 'email');
	const tooMany = await limits.letter(desk, visit, email);
	if (tooMany) return tooMany;
	if (!desk.mails) return { ok: true };
	const asked = await ask(desk, () =>
		desk.auth.api.requestPasswordReset({ body: { email }, returnHeaders: true })
	);
	return asked.ok ? { ok: true } : asked;
}

/** Whether a link for a new password can still be used. */
export async function isResetOpen(desk: Desk, token: string): Promise<boolean> {
	if (!token) return false;
	const { internalAdapter } = await desk.auth.$context;
	const found = await desk.ground.store.read(() =>
		internalAdapter.findVerificationValue(`reset-password:${token}`)
	);
	// better-auth goes by this clock
	return found != null && found.expiresAt.getTime() > Date.now();
}

/** Whose a link for a new password is. */
async function emailOf(desk: Desk, token: string): Promise<string | undefined> {
	const { internalAdapter } = await desk.auth.$context;
	return desk.ground.store.read(async () => {
		const found = await internalAdapter.findVerificationValue(`reset-password:${token}`);
		const user = found && (await internalAdapter.findUserById(found.value));
		return user?.email;
	});
}

/** Sets a new password by a link, which then is used up; all devices are signed out. */
export async function resetPassword(
	desk: Desk,
	visit: Visit,
	typed: { token: string; password: string }
): Promise<Outcome> {
	const weak = newPasswordProblem(typed.password);
	if (weak) return weak;
	const tooMany = await limits.link(desk, visit);
	if (tooMany) return tooMany;
	if (!typed.token) return problem('old-link', 'token');
	const email = await emailOf(desk, typed.token);
	const done = await ask(desk, () =>
		desk.auth.api.resetPassword({
			body: { newPassword: typed.password, token: typed.token },
			returnHeaders: true
		})
	);
	if (!done.ok) return done;
	if (email) await limits.forgetSignIn(desk, visit, email);
	return { ok: true };
}

/** Confirms an address by the link of a letter: that of a new account, or a new one of an account. */
export async function confirmEmail(desk: Desk, visit: Visit, token: string): Promise<Outcome> {
	const tooMany = await limits.link(desk, visit);
	if (tooMany) return tooMany;
	if (!token) return problem('old-link', 'token');
	const done = await ask(desk, () =>
		desk.auth.api.verifyEmail({
			query: { token },
			headers: visit.headers,
			returnHeaders: true
		})
	);
	return done.ok ? { ok: true } : done;
}
