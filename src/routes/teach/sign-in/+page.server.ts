import { redirect } from '@sveltejs/kit';
import { providersShown } from '#lib/server/accounts/shown.ts';
import { nextOf, refused, textOf } from '#lib/server/accounts/forms.ts';
import { takeCookies, withDesk } from '#lib/server/accounts/open.ts';
import { signIn } from '#lib/server/accounts/signing.ts';
import { claimHeld, teacherOf } from '#lib/server/accounts/teacher.ts';
import type { Actions, PageServerLoad } from './$types';

/** What happened before somebody came here. */
const told: Record<string, string> = {
	out: 'You are signed out.',
	reset: 'Your new password is set, and all devices are signed out. Please sign in with it.',
	confirmed: 'Your address is confirmed. Please sign in.',
	gone: 'Your account is deleted, with its classes and all that was in them.'
};

/** What Google or Microsoft came back with, where a person can do something about it. */
const errors: Record<string, string> = {
	account_not_linked:
		'There is an account with this address already. Sign in with its password; then you can connect it under “Your account”.',
	email_not_found: 'No e-mail address was given, without which there is no account.'
};
const otherError = 'Signing in this way did not work. Please try again, or sign in another way.';

export const load: PageServerLoad = async (event) => {
	const { teacher, held } = await teacherOf(event);
	if (teacher) redirect(303, nextOf(event.url));
	const { searchParams } = event.url;
	const error = searchParams.get('error');
	return {
		next: nextOf(event.url),
		told: told[searchParams.get('told') ?? ''],
		error: error === null ? undefined : (errors[error] ?? otherError),
		held: held.map(({ name }) => name),
		providers: providersShown()
	};
};

export const actions: Actions = {
	default: async (event) => {
		const data = await event.request.formData();
		const email = textOf(data, 'email');
		const password = textOf(data, 'password');
		const answer = await withDesk(event, (desk, visit) => signIn(desk, visit, { email, password }));
		if (!answer.ok) return refused(answer, { email });
		await takeCookies(event.cookies, answer.cookies);
		if (textOf(data, 'claim') === 'yes') await claimHeld(event, { id: answer.id });
		redirect(303, nextOf(event.url));
	}
};
