import { refused, textOf } from '#lib/server/accounts/forms.ts';
import { settings, withDesk } from '#lib/server/accounts/open.ts';
import { askForReset } from '#lib/server/accounts/recovery.ts';
import { formSent } from '#lib/server/entries.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ mails: settings().mail !== undefined });

export const actions: Actions = {
	default: async (event) => {
		const email = textOf(await formSent(event.request), 'email');
		const answer = await withDesk(event, (desk, visit) => askForReset(desk, visit, email));
		return answer.ok ? { typed: { email }, sent: true } : refused(answer, { email });
	}
};
