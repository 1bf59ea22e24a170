import type { Cookies } from '@sveltejs/kit';
import { settings } from '../accounts/open.ts';
import { isSecure } from '../accounts/settings.ts';

const daySeconds = 24 * 60 * 60;
/** As long as browsers keep any cookie. */
const keptSeconds = 400 * daySeconds;

/** `__Host-`: sent to this host alone, by https alone. http, on a machine of one's own, knows no such names. */
const nameOf = (name: string) => `${isSecure(settings()) ? '__Host-' : ''}sourcebook-${name}`;

/** The tokens that a cookie holds, the newest first. */
export const tokensOf = (cookies: Cookies, name: string): string[] =>
	(cookies.get(nameOf(name)) ?? '').split('.').filter(Boolean);

/** Keeps tokens in a cookie that no script can read; none at all deletes it. */
export function keepTokens(cookies: Cookies, name: string, tokens: readonly string[]): void {
	const options = {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: isSecure(settings())
	} as const;
	if (tokens.length === 0) cookies.delete(nameOf(name), options);
	else cookies.set(nameOf(name), tokens.join('.'), { ...options, maxAge: keptSeconds });
}

/** Puts a token first, and lets the oldest go when there are too many. */
export function addToken(cookies: Cookies, name: string, token: string, most: number): void {
	const others = tokensOf(cookies, name).filter((one) => one !== token);
	keepTokens(cookies, name, [token, ...others].slice(0, most));
}
