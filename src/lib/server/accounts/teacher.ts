import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import type { Actor } from '../classes/access.ts';
import { withGround } from '../classes/app.ts';
import { claimClasses, classOfLink } from '../classes/classes.ts';
import { addToken, keepTokens, tokensOf } from '../classes/tokens.ts';
import type { Class } from '../storage/tables.ts';
import type { Desk, Visit } from './desk.ts';
import { openDesk, settings, takeCookies, visitOf, withDesk, type Event } from './open.ts';
import { isSecure } from './settings.ts';
import { teacherOfSession, type Teacher } from './signing.ts';

/** Who acts as a teacher: by account, by the private links that this browser holds, by both, or nobody. */
export interface Acting {
	/** For the services of classes. */
	who: Actor[];
	/** Who is signed in. */
	teacher: Teacher | undefined;
	/** The classes whose links this browser holds, and which nobody owns. */
	held: HeldClass[];
}
/** A class with the token of its private link. */
export type HeldClass = Class & { link: string };

const cookie = 'links';
const mostLinks = 30;

const sessionCookie = () => `${isSecure(settings()) ? '__Secure-' : ''}sourcebook.session_token`;

/** Lets this browser act for the class of a private link: `createClass` returns it, or somebody opened it. */
export function holdLink({ cookies }: Pick<Event, 'cookies'>, link: string): void {
	addToken(cookies, cookie, link, mostLinks);
}

/** Forgets the private links of this browser; who has a link still can open it. */
export const dropLinks = ({ cookies }: Pick<Event, 'cookies'>): void =>
	keepTokens(cookies, cookie, []);

const asking = new WeakMap<Request, Promise<Acting>>();

/**
 * Who acts, by the cookies of the request. Asked several times for one request, it looks once. Without a cookie, nothing
 * is opened.
 * @throws what SvelteKit's `error` throws, when the database is away
 */
export function teacherOf(event: Event): Promise<Acting> {
	const known = asking.get(event.request) ?? lookUp(event);
	asking.set(event.request, known);
	return known;
}

async function lookUp(event: Event): Promise<Acting> {
	const links = tokensOf(event.cookies, cookie);
	const hasSession = event.cookies.get(sessionCookie()) !== undefined;
	if (links.length === 0 && !hasSession) return { who: [], teacher: undefined, held: [] };
	return withGround(event, async (ground) => {
		const found = hasSession
			? await teacherOfSession(await openDesk(ground), visitOf(event))
			: undefined;
		if (found) await takeCookies(event.cookies, found.cookies);
		const classes = await Promise.all(
			links.map(async (link) => {
				const found = await classOfLink(ground, link);
				return found && { ...found, link };
			})
		);
		const held = classes.filter((one) => one !== undefined);
		// a class that was claimed or deleted: its link opens nothing any more
		if (held.length < links.length)
			keepTokens(
				event.cookies,
				cookie,
				links.filter((_, at) => classes[at])
			);
		const teacher = found?.teacher;
		return {
			who: [
				...(teacher ? [{ teacher: teacher.id }] : []),
				...held.map(({ id }): Actor => ({ link: id }))
			],
			teacher,
			held
		};
	});
}

/** Does something for the teacher who is signed in; who is not, goes to sign in and comes back. */
export async function asTeacher<T>(
	event: Event,
	work: (desk: Desk, visit: Visit, teacher: Teacher) => Promise<T>
): Promise<T> {
	const { teacher } = await teacherOf(event);
	if (!teacher) {
		const next = new URLSearchParams({ next: event.url.pathname });
		redirect(303, `${resolve('/teach/sign-in')}?${next}`);
	}
	return withDesk(event, (desk, visit) => work(desk, visit, teacher));
}

/** Gives the classes of this browser's private links to a teacher. @returns how many */
export async function claimHeld(event: Event, teacher: Pick<Teacher, 'id'>): Promise<number> {
	const { held } = await teacherOf(event);
	const who = [{ teacher: teacher.id }, ...held.map(({ id }): Actor => ({ link: id }))];
	const claimed = await withGround(event, (ground) => claimClasses(ground, who));
	if (claimed.length > 0) dropLinks(event);
	return claimed.length;
}
