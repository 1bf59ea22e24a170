import { ask, problem, type Desk, type Outcome, type Visit } from './desk.ts';
import type { Teacher, WithCookies } from './signing.ts';

/** A browser in which somebody is signed in. */
export interface Device {
	id: string;
	/** "Firefox on Windows" */
	name: string;
	/** Milliseconds UTC, when it was signed in, and when it was last used, to the day. */
	since: number;
	used: number;
	here: boolean;
}

const browsers = [
	['Edge', /\bEdg(?:e|A|iOS)?\//],
	['Opera', /\bOPR\//],
	['Samsung Internet', /\bSamsungBrowser\//],
	['Firefox', /\b(?:Firefox|FxiOS)\//],
	['Chrome', /\b(?:Chrome|HeadlessChrome|CriOS)\//],
	['Safari', /\bSafari\//]
] as const;
const systems = [
	['Windows', /\bWindows\b/],
	['Android', /\bAndroid\b/],
	['iPhone', /\biPhone\b/],
	['iPad', /\biPad\b/],
	['ChromeOS', /\bCrOS\b/],
	['macOS', /\bMac OS X\b/],
	['Linux', /\bLinux\b/]
] as const;

/** What a browser calls itself, for people. */
export function deviceName(agent: string): string {
	const first = (list: readonly (readonly [string, RegExp])[]) =>
		list.find(([, sign]) => sign.test(agent))?.[0];
	const [browser, system] = [first(browsers), first(systems)];
	return browser && system ? `${browser} on ${system}` : (browser ?? system ?? 'Unknown browser');
}

const sessionsOf = (desk: Desk, { headers }: Visit) =>
	ask(desk, () => desk.auth.api.listSessions({ headers, returnHeaders: true }));

/** Where the teacher is signed in, this browser first, then the last used. */
export async function listDevices(desk: Desk, visit: Visit, teacher: Teacher): Promise<Device[]> {
	const found = await sessionsOf(desk, visit);
	if (!found.ok) return [];
	return found.response
		.map(({ id, userAgent, createdAt, updatedAt }) => ({
			id,
			name: deviceName(userAgent ?? ''),
			since: createdAt.getTime(),
			used: updatedAt.getTime(),
			here: id === teacher.session
		}))
		.sort((a, b) => Number(b.here) - Number(a.here) || b.used - a.used);
}

/** Signs one browser out; one that is out already, or is not the teacher's, is no different. */
export async function signOutDevice(desk: Desk, visit: Visit, id: string): Promise<WithCookies> {
	const found = await sessionsOf(desk, visit);
	if (!found.ok) return found;
	const session = found.response.find((one) => one.id === id);
	if (!session) return { ok: true, cookies: [] };
	return ask(desk, () =>
		desk.auth.api.revokeSession({
			body: { token: session.token },
			headers: visit.headers,
			returnHeaders: true
		})
	);
}

/** Signs all browsers out but this one. */
export async function signOutOthers(desk: Desk, visit: Visit): Promise<Outcome> {
	const done = await ask(desk, () =>
		desk.auth.api.revokeOtherSessions({ headers: visit.headers, returnHeaders: true })
	);
	return done.ok ? { ok: true } : done.code === 'failed' ? problem('failed') : done;
}
