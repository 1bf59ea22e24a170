import { createHmac, timingSafeEqual } from 'node:crypto';
import { error, redirect, type ServerLoadEvent } from '@sveltejs/kit';
import { dev } from '$app/environment';
import { resolve } from '$app/paths';
import { env } from '$env/dynamic/private';

/**
 * Who may see the pages of the editors, which show keys and rationales. There are no accounts: in development anybody,
 * else whoever once opened `/items?key=…` with the key that the server was started with.
 */

const cookieName = 'editor';
const leastLength = 24;
const rememberedSeconds = 30 * 24 * 60 * 60;

/** What keeps the pages off although a key is set, said to whoever starts the server. */
export const keyProblem = (key = env['SOURCEBOOK_EDITOR_KEY']): string | undefined =>
	key && key.length < leastLength
		? `SOURCEBOOK_EDITOR_KEY has ${key.length} characters, but needs at least ${leastLength}: the pages for editors stay off.`
		: undefined;

/** What the cookie carries: it shows that its owner knew the key, and doesn't tell it. */
export const tokenOf = (key: string): string =>
	createHmac('sha256', key).update(cookieName).digest('base64url');

/** In a time that says nothing about where two texts differ, nor about their lengths. */
function same(a: string, b: string): boolean {
	const [one, two] = [a, b].map((text) => createHmac('sha256', cookieName).update(text).digest());
	return !!one && !!two && timingSafeEqual(one, two);
}

/** What a visitor brings, judged by the key: let in, given the cookie first, or neither. */
export function standingOf(
	key: string | undefined,
	{ typed, cookie }: { typed: string | null; cookie: string | undefined }
): 'editor' | 'newcomer' | 'reader' {
	if (!key || keyProblem(key)) return 'reader';
	if (typed !== null && same(typed, key)) return 'newcomer';
	return cookie !== undefined && same(cookie, tokenOf(key)) ? 'editor' : 'reader';
}

/**
 * Opens a page to editors; for everybody else it isn't there. Every `load` of such a page calls it first: a layout's
 * `load` wouldn't do, for SvelteKit can be asked for a page's data without its layout's.
 * @throws a 404, or a redirect that takes the key out of the address
 */
export function admitEditor({
	url,
	cookies,
	setHeaders
}: Pick<ServerLoadEvent, 'url' | 'cookies' | 'setHeaders'>): void {
	if (!dev) {
		const key = env['SOURCEBOOK_EDITOR_KEY'] ?? '';
		const brought = { typed: url.searchParams.get('key'), cookie: cookies.get(cookieName) };
		const standing = standingOf(key, brought);
		if (standing === 'newcomer') {
			cookies.set(cookieName, tokenOf(key), {
				path: resolve('/items'),
				httpOnly: true,
				sameSite: 'strict',
				secure: url.protocol === 'https:',
				maxAge: rememberedSeconds
			});
			redirect(303, url.pathname);
		}
		if (standing === 'reader') error(404, 'There is no such page.');
	}
	setHeaders({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
}
