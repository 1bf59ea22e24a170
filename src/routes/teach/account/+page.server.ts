import { redirect, type RequestEvent } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import type { Desk, Outcome, Problem, Visit } from '#lib/server/accounts/desk.ts';
import { listDevices, signOutDevice, signOutOthers } from '#lib/server/accounts/devices.ts';
import { refused, textOf } from '#lib/server/accounts/forms.ts';
import { settings, takeCookies } from '#lib/server/accounts/open.ts';
import { listPasskeys, removePasskey } from '#lib/server/accounts/passkeys/passkeys.ts';
import {
	changeEmail,
	changeName,
	changePassword,
	deleteAccount,
	waysOf
} from '#lib/server/accounts/profile.ts';
import { disconnect, isProvider } from '#lib/server/accounts/providers.ts';
import { providersShown } from '#lib/server/accounts/shown.ts';
import { signOut, type Teacher } from '#lib/server/accounts/signing.ts';
import { asTeacher, claimHeld, dropLinks, teacherOf } from '#lib/server/accounts/teacher.ts';
import type { Actions, PageServerLoad } from './$types';

/** What was done, said on the page that comes then. */
const done: Record<string, string> = {
	name: 'Your name is changed.',
	email: 'Your e-mail address is changed.',
	letter: 'A letter is on its way to the new address: it counts when you open the link in it.',
	confirmed: 'Your address is confirmed.',
	password: 'Your new password is set. Other devices are signed out.',
	passkey: 'The passkey is kept: you can sign in with it from now on.',
	removed: 'The passkey is forgotten here. You can delete it on your device, too.',
	device: 'That browser is signed out.',
	others: 'All other browsers are signed out.',
	claimed: 'The classes are in your account now. Their private links open nothing any more.',
	dropped: 'This browser has forgotten its private links.',
	disconnected: 'You no longer sign in that way.'
};
const linkFailed = 'Connecting did not work: that account may belong to somebody else here.';

export const load: PageServerLoad = (event) =>
	asTeacher(event, async (desk, visit, teacher) => {
		const { held } = await teacherOf(event);
		const { searchParams } = event.url;
		return {
			teacher: { name: teacher.name, email: teacher.email },
			mails: settings().mail !== undefined,
			done: done[searchParams.get('done') ?? ''],
			error: searchParams.has('error') ? linkFailed : undefined,
			ways: await waysOf(desk, teacher),
			providers: providersShown(),
			passkeys: await listPasskeys(desk, teacher),
			devices: await listDevices(desk, visit, teacher),
			held: held.map(({ name }) => name)
		};
	});

type Given = (name: string) => string;
type Work = (desk: Desk, visit: Visit, teacher: Teacher, given: Given) => Promise<Outcome<object>>;

const cookiesOf = (outcome: object): string[] =>
	'cookies' in outcome ? (outcome.cookies as string[]) : [];

/**
 * An action: does it, passes the cookies on, and comes back to the page, so that loading it again does nothing twice.
 * @param at the part of the page where a problem is said
 */
const action =
	(at: string, work: Work, told: string | ((outcome: object) => string)) =>
	async (event: RequestEvent) => {
		const data = await event.request.formData();
		const given: Given = (name) => textOf(data, name);
		const outcome = await asTeacher(event, (desk, visit, teacher) =>
			work(desk, visit, teacher, given)
		);
		if (!outcome.ok)
			return refused(outcome as Problem, { at, name: given('name'), email: given('email') });
		await takeCookies(event.cookies, cookiesOf(outcome));
		const what = typeof told === 'string' ? told : told(outcome);
		redirect(303, what.startsWith('/') ? what : `${resolve('/teach/account')}?done=${what}`);
	};

export const actions: Actions = {
	name: action('name', (desk, visit, _, given) => changeName(desk, visit, given('name')), 'name'),
	email: action(
		'email',
		(desk, visit, teacher, given) =>
			changeEmail(desk, visit, teacher, { email: given('email'), password: given('password') }),
		(outcome) => ('letter' in outcome && outcome.letter ? 'letter' : 'email')
	),
	password: action(
		'password',
		(desk, visit, teacher, given) =>
			changePassword(desk, visit, teacher, {
				password: given('password'),
				newPassword: given('newPassword')
			}),
		'password'
	),
	passkey: action(
		'passkeys',
		async (desk, _, teacher, given) => {
			await removePasskey(desk, teacher, given('id'));
			return { ok: true };
		},
		'removed'
	),
	disconnect: action(
		'ways',
		async (desk, _, teacher, given) => {
			const provider = given('provider');
			return isProvider(provider) ? disconnect(desk, teacher, provider) : { ok: true };
		},
		'disconnected'
	),
	device: action(
		'devices',
		(desk, visit, _, given) => signOutDevice(desk, visit, given('id')),
		'device'
	),
	others: action('devices', (desk, visit) => signOutOthers(desk, visit), 'others'),
	out: action(
		'devices',
		(desk, visit) => signOut(desk, visit),
		`${resolve('/teach/sign-in')}?told=out`
	),
	delete: action(
		'delete',
		(desk, visit, teacher, given) =>
			deleteAccount(desk, visit, teacher, { email: given('email'), password: given('password') }),
		`${resolve('/teach/sign-in')}?told=gone`
	),
	claim: async (event) => {
		const { teacher } = await teacherOf(event);
		if (teacher) await claimHeld(event, teacher);
		redirect(303, `${resolve('/teach/account')}?done=claimed`);
	},
	drop: async (event) => {
		dropLinks(event);
		redirect(303, `${resolve('/teach/account')}?done=dropped`);
	}
};
