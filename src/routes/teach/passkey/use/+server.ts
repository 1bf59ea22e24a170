import { json } from '@sveltejs/kit';
import { siteOf, takeCookies, withDesk } from '#lib/server/accounts/open.ts';
import { readUsed } from '#lib/server/accounts/passkeys/answers.ts';
import { signInByPasskey } from '#lib/server/accounts/passkeys/passkeys.ts';
import type { RequestHandler } from './$types';

/** Signs in by what a browser answered. */
export const POST: RequestHandler = async (event) => {
	const used = await readUsed(event.request);
	const answer = await withDesk(event, (desk, visit) =>
		signInByPasskey(desk, visit, used, siteOf(event))
	);
	if (!answer.ok) return json(answer, { status: 400 });
	await takeCookies(event.cookies, answer.cookies);
	return json({ ok: true });
};
