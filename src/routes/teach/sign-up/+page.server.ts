import { redirect } from '@sveltejs/kit';
import { providersShown } from '#lib/server/accounts/shown.ts';
import { refused, textOf } from '#lib/server/accounts/forms.ts';
import { settings, withDesk } from '#lib/server/accounts/open.ts';
import { signUp } from '#lib/server/accounts/signing.ts';
import { teacherOf } from '#lib/server/accounts/teacher.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { teacher, held } = await teacherOf(event);
	if (teacher) redirect(303, '/teach');
	return {
		held: held.map(({ name }) => name),
		providers: providersShown(),
		mails: settings().mail !== undefined
	};
};

export const actions: Actions = {
	default: async (event) => {
		const data = await event.request.formData();
		const typed = { name: textOf(data, 'name'), email: textOf(data, 'email') };
		const answer = await withDesk(event, (desk, visit) =>
			signUp(desk, visit, { ...typed, password: textOf(data, 'password') })
		);
		return answer.ok ? { typed, made: true } : refused(answer, typed);
	}
};
