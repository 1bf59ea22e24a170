import { error, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { connect, isProvider, signInBy } from '#lib/server/accounts/providers.ts';
import { takeCookies, withDesk } from '#lib/server/accounts/open.ts';
import { teacherOf } from '#lib/server/accounts/teacher.ts';
import type { RequestHandler } from './$types';

/**
 * Goes to Google or Microsoft: to sign in, or, for who is signed in, to connect. A link and not a form, as the policy of
 * the pages lets no form lead to another site.
 */
export const GET: RequestHandler = async (event) => {
	const { provider } = event.params;
	const { teacher } = await teacherOf(event);
	const back = resolve(teacher ? '/teach/account' : '/teach/sign-in');
	const from = event.request.headers.get('sec-fetch-site');
	// begun by another site: then the choice is made here first
	if (from !== null && from !== 'same-origin') redirect(303, back);
	const answer = await withDesk(event, async (desk, visit) => {
		if (!isProvider(provider) || !desk.settings[provider])
			return error(404, 'There is no such page.');
		return teacher ? connect(desk, visit, provider) : signInBy(desk, visit, provider);
	});
	if (!answer.ok) redirect(303, `${back}?error=${answer.code}`);
	await takeCookies(event.cookies, answer.cookies);
	redirect(303, answer.url);
};
