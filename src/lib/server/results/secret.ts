import type { RequestEvent } from '@sveltejs/kit';
import { settings } from '../accounts/open.ts';
import { withGround } from '../classes/app.ts';
import { serverSecret } from '../classes/secret.ts';

/** What result codes are signed with. The database is opened only where the server was given no secret of its own. */
export const codeSecret = async (
	event: Pick<RequestEvent, 'request' | 'setHeaders'>
): Promise<string> => settings().secret ?? (await withGround(event, serverSecret));
