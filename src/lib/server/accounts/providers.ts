import { ask, problem, type Desk, type Outcome, type Visit } from './desk.ts';
import { limits } from './limits.ts';
import { waysOf } from './profile.ts';
import type { Provider } from './settings.ts';
import type { Teacher } from './signing.ts';

/** Where to send the browser, with the cookies by which it is known when it comes back. */
type Away = Outcome<{ url: string; cookies: string[] }>;

export const isProvider = (name: string): name is Provider =>
	name === 'google' || name === 'microsoft';

/** Signs in, or up, by Google or Microsoft. */
export async function signInBy(desk: Desk, visit: Visit, provider: Provider): Promise<Away> {
	const tooMany = await limits.link(desk, visit);
	if (tooMany) return tooMany;
	const begun = await ask(desk, () =>
		desk.auth.api.signInSocial({
			body: {
				provider,
				callbackURL: '/teach/account',
				errorCallbackURL: '/teach/sign-in',
				disableRedirect: true
			},
			headers: visit.headers,
			returnHeaders: true
		})
	);
	if (!begun.ok) return begun;
	const { url } = begun.response;
	return url ? { ok: true, url, cookies: begun.cookies } : problem('no-provider');
}

/** Lets a teacher who is signed in come by Google or Microsoft from now on. */
export async function connect(desk: Desk, visit: Visit, provider: Provider): Promise<Away> {
	const begun = await ask(desk, () =>
		desk.auth.api.linkSocialAccount({
			body: {
				provider,
				callbackURL: '/teach/account',
				errorCallbackURL: '/teach/account',
				disableRedirect: true
			},
			headers: visit.headers,
			returnHeaders: true
		})
	);
	return begun.ok ? { ok: true, url: begun.response.url, cookies: begun.cookies } : begun;
}

/** Forgets the tie to Google or Microsoft, unless it is the last way in. */
export async function disconnect(
	desk: Desk,
	teacher: Teacher,
	provider: Provider
): Promise<Outcome> {
	const { password, providers } = await waysOf(desk, teacher);
	if (!password && providers.length < 2) return problem('last-way');
	await desk.ground.store.change((db) =>
		db
			.deleteFrom('account')
			.where('user_id', '=', teacher.id)
			.where('provider_id', '=', provider)
			.execute()
	);
	return { ok: true };
}
