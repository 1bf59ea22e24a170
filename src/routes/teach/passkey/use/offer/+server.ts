import { json } from '@sveltejs/kit';
import { siteOf, withDesk } from '#lib/server/accounts/open.ts';
import { offerToUse } from '#lib/server/accounts/passkeys/passkeys.ts';
import type { RequestHandler } from './$types';

/** What a browser is asked, so that somebody signs in by a passkey. */
export const POST: RequestHandler = async (event) =>
	json(await withDesk(event, (desk, visit) => offerToUse(desk, visit, siteOf(event))));
