import { fail } from '@sveltejs/kit';
import type { Problem } from './desk.ts';

/** The text of a field; nothing, when it was not sent or is a file. */
export function textOf(data: FormData, name: string): string {
	const value = data.get(name);
	return typeof value === 'string' ? value : '';
}

/** What a page is given back when something was wrong; passwords are not. */
export const refused = <T extends object>(problem: Problem, typed: T) =>
	fail(problem.code === 'too-many-tries' ? 429 : 400, { problem, typed });

/** Where to go after signing in: a page of teachers, on this site. */
export function nextOf(url: URL): string {
	const next = url.searchParams.get('next') ?? '';
	const isOurs = /^\/teach(?:\/|$)/.test(URL.parse(next, url.origin)?.pathname ?? '');
	return isOurs && /^\/(?!\/|\\)/.test(next) ? next : '/teach';
}
