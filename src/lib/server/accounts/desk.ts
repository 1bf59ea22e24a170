import type { Ground } from '../classes/ground.ts';
import { isAway, StorageAway } from '../storage/away.ts';
import type { Auth } from './auth.ts';
import type { AccountSettings } from './settings.ts';

/** What the services of accounts stand on. */
export interface Desk {
	auth: Auth;
	ground: Ground;
	settings: AccountSettings;
	/** Whether this server sends mail. */
	mails: boolean;
}

/** Of a request: its headers with the cookies, and the address of the browser, for the limits. */
export interface Visit {
	headers: Headers;
	address: string;
}

const sentences = {
	'bad-person': 'Please write your name, in at most 60 characters.',
	'bad-email': 'Please write an e-mail address, such as name@school.example.',
	'short-password': 'This is too short: a password needs at least 10 characters.',
	'long-password': 'This is too long: a password has at most 128 characters.',
	'wrong-password': 'This is not your password.',
	'no-match':
		'E-mail address and password do not fit together. Please check both, or ask for a new password.',
	'not-confirmed':
		'Please confirm your address first: we have just sent you a letter with a link for it.',
	'old-link':
		'This link has been used already, or is older than an hour. If you have just used it, all is well: please sign in. If not, please ask for a new one.',
	'signed-out': 'You have been signed out meanwhile. Please sign in again.',
	'other-email': 'This address could not be taken: please choose another one.',
	'not-your-email': 'This is not the address of your account, so nothing was deleted.',
	'last-way': 'This is the only way in which you can sign in: please set a password first.',
	'has-password': 'Your account has a password already.',
	'no-passkey': 'This passkey could not be used. Please try again, or sign in another way.',
	'no-provider': 'Signing in this way did not work. Please try again, or sign in another way.',
	'too-many-tries': 'Too many tries. Please wait for a while, an hour at most, and try again.',
	failed: 'This did not work, for a reason on our side. Please try again in a moment.'
} as const;

export type ProblemCode = keyof typeof sentences;
export type Field = 'name' | 'email' | 'password' | 'newPassword' | 'token';

/** An expected failure, beside which field it is said. */
export interface Problem {
	ok: false;
	code: ProblemCode;
	sentence: string;
	field?: Field;
}
export type Outcome<T = object> = ({ ok: true } & T) | Problem;

export const problem = (code: ProblemCode, field?: Field): Problem => ({
	ok: false,
	code,
	sentence: sentences[code],
	...(field && { field })
});

/** The codes of better-auth that a person can do something about. */
const known: Record<string, Problem> = {
	INVALID_EMAIL: problem('bad-email', 'email'),
	INVALID_EMAIL_OR_PASSWORD: problem('no-match'),
	EMAIL_NOT_VERIFIED: problem('not-confirmed'),
	PASSWORD_TOO_SHORT: problem('short-password', 'password'),
	PASSWORD_TOO_LONG: problem('long-password', 'password'),
	INVALID_PASSWORD: problem('wrong-password', 'password'),
	CREDENTIAL_ACCOUNT_NOT_FOUND: problem('wrong-password', 'password'),
	PASSWORD_ALREADY_SET: problem('has-password', 'newPassword'),
	INVALID_TOKEN: problem('old-link', 'token'),
	TOKEN_EXPIRED: problem('old-link', 'token'),
	USER_NOT_FOUND: problem('old-link', 'token'),
	UNAUTHORIZED: problem('signed-out'),
	FAILED_TO_UNLINK_LAST_ACCOUNT: problem('last-way')
};

/** The error that says that the database is away, where better-auth has put one of its own around it. */
const awayWithin = (error: unknown): unknown =>
	error instanceof Error && !isAway(error) && error.cause ? awayWithin(error.cause) : error;

const codeOf = (error: unknown): string | undefined =>
	error instanceof Error && 'body' in error
		? ((error.body as { code?: string } | undefined)?.code ?? 'UNKNOWN')
		: undefined;

/** What better-auth answered, and the cookies that go with it. */
export type Answer<T> = { ok: true; response: T; cookies: string[] };

/**
 * Asks better-auth, again while the database is away.
 * @throws StorageAway after ten seconds, and what is nobody's expectation
 */
export async function ask<T>(
	{ ground }: Pick<Desk, 'ground'>,
	work: () => Promise<{ headers: Headers; response: T }>
): Promise<Answer<T> | Problem> {
	try {
		const { headers, response } = await ground.store.read(() =>
			work().catch((error: unknown) => {
				throw isAway(awayWithin(error)) ? awayWithin(error) : error;
			})
		);
		return { ok: true, response, cookies: headers.getSetCookie() };
	} catch (error) {
		const code = codeOf(error);
		if (error instanceof StorageAway || code === undefined) throw error;
		if (known[code]) return known[code];
		console.error('better-auth', code, error);
		return problem('failed');
	}
}
