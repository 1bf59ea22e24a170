import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { refused, textOf } from '#lib/server/accounts/forms.ts';
import { withDesk } from '#lib/server/accounts/open.ts';
import { confirmEmail } from '#lib/server/accounts/recovery.ts';
import { teacherOf } from '#lib/server/accounts/teacher.ts';
import { formSent } from '#lib/server/entries.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ token: url.searchParams.get('token') ?? '' });

export const actions: Actions = {
	default: async (event) => {
		const token = textOf(await formSent(event.request), 'token');
		const answer = await withDesk(event, (desk, visit) => confirmEmail(desk, visit, token));
		if (!answer.ok) return refused(answer, {});
		const { teacher } = await teacherOf(event);
		redirect(
			303,
			teacher
				? `${resolve('/teach/account')}?done=confirmed`
				: `${resolve('/teach/sign-in')}?told=confirmed`
		);
	}
};
