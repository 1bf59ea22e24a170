import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { makeAuth, type Making } from '../../src/lib/server/accounts/auth.ts';
import type { Desk, Visit } from '../../src/lib/server/accounts/desk.ts';
import type { Letter } from '../../src/lib/server/accounts/mail.ts';
import { readSettings } from '../../src/lib/server/accounts/settings.ts';
import { signIn, signUp, teacherOfSession } from '../../src/lib/server/accounts/signing.ts';
import type { TestGround } from './engines.ts';

export const origin = 'https://sourcebook.example';
export const password = 'nine yellow umbrellas';

/** What better-auth is told in a test; letters are kept in `sent`. */
export function making({ store }: TestGround, sent: Letter[] | undefined): Making {
	return {
		store,
		settings: readSettings({ ORIGIN: origin }),
		secret: 'a secret of the tests, long enough to sign with',
		site: 'Mills',
		send: sent && (async (letter) => void sent.push(letter))
	};
}

/** @param sent letters are put here; undefined: a server that sends none */
export function newDesk(ground: TestGround, sent?: Letter[]): Desk {
	const made = making(ground, sent);
	return { auth: makeAuth(made), ground, settings: made.settings, mails: sent !== undefined };
}

/** A browser: it keeps cookies, and has an address. */
export class Browser implements Visit {
	readonly address = randomUUID();
	readonly #cookies = new Map<string, string>();
	readonly agent: string;

	constructor(agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0') {
		this.agent = agent;
	}
	get headers(): Headers {
		const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
		return new Headers({ cookie, 'user-agent': this.agent });
	}
	/** Keeps cookies, and forgets those that are ended. */
	take(lines: readonly string[]): void {
		for (const line of lines) {
			const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
			if (/max-age=0/i.test(line)) this.#cookies.delete(name);
			else this.#cookies.set(name, value);
		}
	}
}

export const newEmail = () => `${randomUUID()}@school.example`;

/** Makes an account on a server that sends no letters. */
export async function anAccount(desk: Desk, name = 'Ada') {
	const email = newEmail();
	expect(await signUp(desk, new Browser(), { name, email, password })).toEqual({ ok: true });
	return email;
}

/** A browser in which somebody is signed in. */
export async function signedIn(desk: Desk, email: string, browser = new Browser()) {
	const answer = await signIn(desk, browser, { email, password });
	if (!answer.ok) throw new Error(answer.sentence);
	browser.take(answer.cookies);
	const { teacher } = await teacherOfSession(desk, browser);
	if (!teacher) throw new Error('nobody is signed in');
	return { browser, teacher, cookies: answer.cookies };
}
