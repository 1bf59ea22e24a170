import { takePlace } from '#lib/server/classes/acting.ts';
import { action } from '#lib/server/classes/forms.ts';
import { comeBack } from '#lib/server/classes/joining.ts';
import { nextOf, nextQuery } from '#lib/server/classes/student-pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ query: nextQuery(url) });

export const actions: Actions = {
	default: action(
		'back',
		({ ground, given, event }) =>
			comeBack(ground, { code: given('code'), phrase: given('words') }, event.getClientAddress()),
		({ token }, { event }) => {
			takePlace(event, token);
			return nextOf(event.url);
		}
	)
};
