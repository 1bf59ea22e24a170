import { expect, test } from 'vitest';
import { deviceName } from '../../src/lib/server/accounts/devices.ts';
import { nextOf } from '../../src/lib/server/accounts/forms.ts';
import { isSecure, readSettings } from '../../src/lib/server/accounts/settings.ts';

const ORIGIN = 'https://sourcebook.example';

test('without anything set, there are passwords and passkeys, and nothing to complain about', () => {
	expect(readSettings({})).toEqual({
		origin: undefined,
		secret: undefined,
		mail: undefined,
		google: undefined,
		microsoft: undefined,
		problems: []
	});
	expect(readSettings({ ORIGIN }).problems).toEqual([]);
});

test('what is set in part stays off, and is said', () => {
	const { mail, google, secret, problems } = readSettings({
		SMTP_URL: 'smtp://mail.example',
		MAIL_FROM: 'no-reply@school.example',
		GOOGLE_CLIENT_ID: 'id',
		ORIGIN: '',
		SOURCEBOOK_SECRET: 'short'
	});
	expect([mail, google, secret]).toEqual([undefined, undefined, undefined]);
	expect(problems).toEqual([
		expect.stringContaining('SOURCEBOOK_SECRET has 5 characters'),
		'Mail stays off: ORIGIN must be set as well.',
		'Signing in by Google stays off: GOOGLE_CLIENT_SECRET and ORIGIN must be set as well.'
	]);
});

test('what is set in full is used', () => {
	const set = readSettings({
		ORIGIN,
		SMTP_URL: 'smtp://mail.example',
		MAIL_FROM: 'no-reply@school.example',
		MICROSOFT_CLIENT_ID: 'id',
		MICROSOFT_CLIENT_SECRET: 'secret'
	});
	expect(set.mail).toEqual({ url: 'smtp://mail.example', from: 'no-reply@school.example' });
	expect(set.microsoft).toEqual({ id: 'id', secret: 'secret' });
	expect([isSecure(set), isSecure({ origin: 'http://localhost:3000' })]).toEqual([true, false]);
});

test.each([
	['/teach/account', '/teach/account'],
	['/teach/classes/x?y=z', '/teach/classes/x?y=z'],
	['/teach', '/teach'],
	['', '/teach'],
	['/quiz', '/teach'],
	['/teacher', '/teach'],
	['//other.example/teach', '/teach'],
	['/\\other.example/teach', '/teach'],
	['https://other.example/teach', '/teach'],
	['/teach/../quiz', '/teach'],
	['javascript:alert(1)', '/teach']
])('signing in with ?next=%s leads to %s', (next, to) => {
	const url = new URL(`${ORIGIN}/teach/sign-in`);
	url.searchParams.set('next', next);
	expect(nextOf(url)).toBe(to);
});

test.each([
	[
		'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1',
		'Safari on iPhone'
	],
	[
		'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36 Edg/140.0',
		'Edge on Windows'
	],
	['Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36', 'Chrome on Android'],
	['curl/8', 'Unknown browser']
])('%s is called %s', (agent, name) => {
	expect(deviceName(agent)).toBe(name);
});
