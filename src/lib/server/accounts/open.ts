import type { Cookies, RequestEvent } from '@sveltejs/kit';
import { env } from '$env/dynamic/private';
import pack from 'virtual:content';
import { withGround } from '../classes/app.ts';
import type { Ground } from '../classes/ground.ts';
import { serverSecret } from '../classes/secret.ts';
import type { Auth } from './auth.ts';
import type { Desk, Visit } from './desk.ts';
import { mailer } from './mail.ts';
import { readSettings } from './settings.ts';

let read: ReturnType<typeof readSettings> | undefined;
export const settings = () => (read ??= readSettings(env));

/** better-auth, with the secret and the database that it was made with: a backup that is restored brings others. */
let made: { auth: Auth; secret: string; store: Ground['store'] } | undefined;

async function openAuth({ store }: Ground): Promise<Auth> {
	const secret = settings().secret ?? (await serverSecret({ store }));
	if (made?.secret === secret && made.store === store) return made.auth;
	// half a second: not at the start, and not for readers
	const { makeAuth } = await import('./auth.ts');
	const site = pack.sourcebook.title;
	const auth = makeAuth({ store, settings: settings(), secret, site, send: mailer(settings()) });
	made = { auth, secret, store };
	return auth;
}

export type Event = Pick<
	RequestEvent,
	'request' | 'cookies' | 'getClientAddress' | 'setHeaders' | 'url'
>;

export const visitOf = ({ request, getClientAddress }: Event): Visit => ({
	headers: request.headers,
	address: getClientAddress()
});

export const openDesk = async (ground: Ground): Promise<Desk> => ({
	auth: await openAuth(ground),
	ground,
	settings: settings(),
	mails: settings().mail !== undefined
});

/** What a page does with accounts. @throws what SvelteKit's `error` throws, when the database is away */
export const withDesk = <T>(event: Event, work: (desk: Desk, visit: Visit) => Promise<T>) =>
	withGround(event, async (ground) => work(await openDesk(ground), visitOf(event)));

/** Passes on the cookies that better-auth answered with. */
export async function takeCookies(cookies: Cookies, lines: readonly string[]): Promise<void> {
	const { parseSetCookieHeader, toCookieOptions } = await import('better-auth/cookies');
	for (const line of lines)
		for (const [name, attributes] of parseSetCookieHeader(line)) {
			const given = Object.entries(toCookieOptions(attributes)).filter(
				([, value]) => value != null
			);
			const { path = '/', ...options } = Object.fromEntries(given);
			cookies.set(name, attributes.value, { secure: false, ...options, path });
		}
}

/** The site, as browsers know it: for passkeys. */
export function siteOf({ url }: Pick<Event, 'url'>) {
	const { origin, hostname } = new URL(settings().origin ?? url.origin);
	return { origin, host: hostname, name: pack.sourcebook.title };
}
