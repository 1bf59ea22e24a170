import { error } from '@sveltejs/kit';
import { withDesk } from '#lib/server/accounts/open.ts';
import { isProvider } from '#lib/server/accounts/providers.ts';
import type { RequestHandler } from './$types';

/** Where Google and Microsoft send people back to: the only routes of better-auth that are served. */
export const GET: RequestHandler = (event) =>
	withDesk(event, ({ auth, settings }) => {
		const [step, provider = '', ...more] = event.params.path.split('/');
		if (step !== 'callback' || more.length > 0 || !isProvider(provider) || !settings[provider])
			error(404, 'There is no such page.');
		return auth.handler(event.request);
	});
