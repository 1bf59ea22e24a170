import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { makeAuth } from '../../src/lib/server/accounts/auth.ts';
import type { Desk } from '../../src/lib/server/accounts/desk.ts';
import { waysOf } from '../../src/lib/server/accounts/profile.ts';
import { connect, disconnect, signInBy } from '../../src/lib/server/accounts/providers.ts';
import { readSettings, type Provider } from '../../src/lib/server/accounts/settings.ts';
import { teacherOfSession } from '../../src/lib/server/accounts/signing.ts';
import { anAccount, Browser, making, newEmail, origin, signedIn } from './desk.ts';
import { onEachEngine, suiteGround } from './engines.ts';

const b64 = (data: Buffer | string) => Buffer.from(data).toString('base64url');
const client = { id: 'the-client', secret: 'the-secret-of-the-client' };
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const keys = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256' }] };

interface Person {
	subject: string;
	email: string;
	name: string;
}
const aPerson = (): Person => ({ subject: randomUUID(), email: newEmail(), name: 'Grace' });

const tenant = randomUUID();
const issuers: Record<Provider, string> = {
	google: 'https://accounts.google.com',
	microsoft: `https://login.microsoftonline.com/${tenant}/v2.0`
};

/** What Google or Microsoft signs for our client: who signed in there. */
function idToken(provider: Provider, { subject, email, name }: Person): string {
	const now = Math.floor(Date.now() / 1000);
	const claims = {
		...{ iss: issuers[provider], aud: client.id, iat: now, exp: now + 600 },
		...{ sub: subject, oid: subject, tid: tenant, email, email_verified: true, name }
	};
	const body = [{ alg: 'RS256', kid: 'one', typ: 'JWT' }, claims].map((part) =>
		b64(JSON.stringify(part))
	);
	const signature = createSign('sha256').update(body.join('.')).sign(privateKey);
	return [...body, b64(signature)].join('.');
}

/** Stands in for both: a code is given once, for the browser that asked, and changed once against who signed in. */
class Elsewhere {
	readonly #codes = new Map<string, { provider: Provider; person: Person; asked: URL }>();

	/** Somebody signs in there and is sent back. @returns where to */
	signIn(provider: Provider, asked: URL, person: Person): URL {
		const code = randomUUID();
		this.#codes.set(code, { provider, person, asked });
		const back = new URL(asked.searchParams.get('redirect_uri') ?? '');
		back.searchParams.set('code', code);
		back.searchParams.set('state', asked.searchParams.get('state') ?? '');
		return back;
	}
	readonly fetch: typeof fetch = async (input, init) => {
		const address = new URL(input instanceof Request ? input.url : input);
		if (/certs|keys/.test(address.pathname)) return Response.json(keys);
		if (!address.pathname.endsWith('/token')) throw new Error(`not expected: ${address.href}`);
		const sent = new URLSearchParams(String(init?.body));
		const code = sent.get('code') ?? '';
		const known = this.#codes.get(code);
		this.#codes.delete(code);
		const verifier = createHash('sha256').update(sent.get('code_verifier') ?? '');
		const right =
			known?.asked.searchParams.get('code_challenge') === verifier.digest('base64url') &&
			sent.get('client_id') === client.id &&
			sent.get('client_secret') === client.secret &&
			sent.get('redirect_uri') === known.asked.searchParams.get('redirect_uri');
		if (!known || !right) return Response.json({ error: 'invalid_grant' }, { status: 400 });
		const id_token = idToken(known.provider, known.person);
		return Response.json({ access_token: 'x', token_type: 'Bearer', expires_in: 600, id_token });
	};
}

onEachEngine('Google and Microsoft', (engine) => {
	const ground = suiteGround(engine);
	let desk: Desk;
	let elsewhere: Elsewhere;
	beforeAll(() => {
		const settings = readSettings({
			ORIGIN: origin,
			...{ GOOGLE_CLIENT_ID: client.id, GOOGLE_CLIENT_SECRET: client.secret },
			...{ MICROSOFT_CLIENT_ID: client.id, MICROSOFT_CLIENT_SECRET: client.secret }
		});
		const made = { ...making(ground, undefined), settings };
		desk = { auth: makeAuth(made), ground, settings, mails: false };
	});
	beforeEach(() => {
		elsewhere = new Elsewhere();
		vi.stubGlobal('fetch', elsewhere.fetch);
		// better-auth says what it refused
		vi.spyOn(console, 'error').mockImplementation(() => undefined);
	});
	afterEach(() => {
		vi.unstubAllGlobals();
		vi.restoreAllMocks();
	});

	/** Comes back from there. @returns where the browser is sent then */
	async function comeBack(browser: Browser, back: URL) {
		const response = await desk.auth.handler(new Request(back, { headers: browser.headers }));
		browser.take(response.headers.getSetCookie());
		return response.headers.get('location') ?? '';
	}
	/** Goes there from the sign-in page, or from the account to connect it. */
	async function goThere(browser: Browser, provider: Provider, way = signInBy) {
		const away = await way(desk, browser, provider);
		if (!away.ok) throw new Error(away.sentence);
		browser.take(away.cookies);
		return new URL(away.url);
	}
	const teacherIn = async (browser: Browser) => (await teacherOfSession(desk, browser)).teacher;

	test.each(['google', 'microsoft'] as const)(
		'%s signs a teacher up, and in again',
		async (provider) => {
			const person = aPerson();
			const ids = [];
			for (const browser of [new Browser(), new Browser()]) {
				const asked = await goThere(browser, provider);
				expect(asked.origin).toBe(new URL(issuers[provider]).origin);
				expect(asked.searchParams.get('redirect_uri')).toBe(
					`${origin}/teach/auth/callback/${provider}`
				);
				const end = await comeBack(browser, elsewhere.signIn(provider, asked, person));
				expect(new URL(end, origin).pathname).toBe('/teach/account');
				const teacher = await teacherIn(browser);
				expect(teacher).toMatchObject({ email: person.email, name: person.name });
				ids.push(teacher?.id);
			}
			expect(ids[0]).toBe(ids[1]);
			const kept = await ground.store.db
				.selectFrom('account')
				.selectAll()
				.where('user_id', '=', ids[0] ?? '')
				.execute();
			expect(kept).toMatchObject([
				{ provider_id: provider, access_token: null, refresh_token: null, id_token: null }
			]);
		}
	);

	test('an answer counts once, in the browser that asked, for what was asked', async () => {
		const [mine, other] = [new Browser(), new Browser()];
		const asked = await goThere(mine, 'google');
		const back = elsewhere.signIn('google', asked, aPerson());
		expect(await comeBack(other, back)).toContain('error=');
		expect(await teacherIn(other)).toBeUndefined();
		const forged = new URL(back);
		forged.searchParams.set('code', 'guessed');
		expect(await comeBack(mine, forged)).toContain('error=');
		expect(await comeBack(mine, back)).toContain('error=');
		expect(await teacherIn(mine)).toBeUndefined();
	});

	test('an address alone opens nobody’s account', async () => {
		const email = await anAccount(desk);
		const browser = new Browser();
		const asked = await goThere(browser, 'google');
		const back = elsewhere.signIn('google', asked, { ...aPerson(), email });
		expect(await comeBack(browser, back)).toContain('error=');
		expect(await teacherIn(browser)).toBeUndefined();
	});

	test('who has a password connects it, and may go back to the password alone', async () => {
		const { browser, teacher } = await signedIn(desk, await anAccount(desk));
		const person = aPerson();
		const asked = await goThere(browser, 'microsoft', connect);
		await comeBack(browser, elsewhere.signIn('microsoft', asked, person));
		expect(await waysOf(desk, teacher)).toEqual({ password: true, providers: ['microsoft'] });
		const again = new Browser();
		await comeBack(again, elsewhere.signIn('microsoft', await goThere(again, 'microsoft'), person));
		expect((await teacherIn(again))?.id).toBe(teacher.id);
		expect(await disconnect(desk, teacher, 'microsoft')).toEqual({ ok: true });
		expect(await waysOf(desk, teacher)).toEqual({ password: true, providers: [] });
	});

	test('the last way in is not forgotten', async () => {
		const browser = new Browser();
		const asked = await goThere(browser, 'google');
		await comeBack(browser, elsewhere.signIn('google', asked, aPerson()));
		const teacher = await teacherIn(browser);
		if (!teacher) throw new Error('nobody is signed in');
		expect(await disconnect(desk, teacher, 'google')).toMatchObject({ code: 'last-way' });
	});
});
