import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { refused, textOf } from '#lib/server/accounts/forms.ts';
import { withDesk } from '#lib/server/accounts/open.ts';
import { isResetOpen, resetPassword } from '#lib/server/accounts/recovery.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const token = event.url.searchParams.get('token') ?? '';
	return { token, open: await withDesk(event, (desk) => isResetOpen(desk, token)) };
};

export const actions: Actions = {
	default: async (event) => {
		const data = await event.request.formData();
		const typed = { token: textOf(data, 'token'), password: textOf(data, 'password') };
		const answer = await withDesk(event, (desk, visit) => resetPassword(desk, visit, typed));
		if (!answer.ok) return refused(answer, {});
		redirect(303, `${resolve('/teach/sign-in')}?told=reset`);
	}
};
