import { resolve } from '$app/paths';
import { placesOf } from '#lib/server/classes/acting.ts';
import { action } from '#lib/server/classes/forms.ts';
import { classOfCode } from '#lib/server/classes/joining.ts';
import { nextQuery } from '#lib/server/classes/student-pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => ({
	query: nextQuery(event.url),
	/** They came for an assignment that they cannot open as nobody. */
	came: event.url.searchParams.has('next'),
	classes: (await placesOf(event)).map((place) => ({
		name: place.student.name,
		group: place.class.name
	}))
});

export const actions: Actions = {
	default: action(
		'code',
		({ ground, given, event }) => classOfCode(ground, given('code'), event.getClientAddress()),
		({ class: { code } }, { event }) => resolve('/join/[code]', { code }) + nextQuery(event.url)
	)
};
