import { redirect } from '@sveltejs/kit';
import { placesOf, takePlace } from '#lib/server/classes/acting.ts';
import { withGround } from '#lib/server/classes/app.ts';
import { readCode, shownCode } from '#lib/server/classes/codes.ts';
import { action, type Acted } from '#lib/server/classes/forms.ts';
import { classOfCode, join } from '#lib/server/classes/joining.ts';
import { nameKey } from '#lib/server/classes/names.ts';
import { refuse } from '#lib/server/classes/result.ts';
import { nextOf, nextQuery, placeOf, refused } from '#lib/server/classes/student-pages.ts';
import type { Class } from '#lib/server/storage/tables.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

/** Why nobody can join now. */
function shutBy({ joining_open, names }: Class, free: readonly string[]): string | undefined {
	if (!joining_open) return refuse('joining-closed').sentence;
	return names === 'list' && free.length === 0
		? 'No name on the list is free. Please tell your teacher.'
		: undefined;
}

export const load: PageServerLoad = async (event) => {
	const { params, url } = event;
	const places = await placesOf(event);
	const found = await withGround(event, (ground) =>
		classOfCode(ground, params.code, event.getClientAddress())
	);
	if (!found.ok) refused(found);
	const { class: group, free } = found;
	return {
		code: shownCode(group.code),
		group: group.name,
		list: group.names === 'list',
		free,
		shut: shutBy(group, free),
		/** Under which name this browser is in the class already. */
		already: placeOf(places, group.id)?.student.name,
		next: nextOf(url),
		query: nextQuery(url)
	};
};

export const actions: Actions = {
	default: action(
		'name',
		async ({ ground, given, params, event }: Acted<RouteParams>) => {
			const wanted = { code: params.code, name: given('name') };
			const joined = await join(ground, wanted, event.getClientAddress());
			if (joined.ok || joined.code !== 'name-taken') return joined;
			// the page was loaded again after joining: it is the same student
			const places = await placesOf(event);
			const isSame = places.some(
				({ student, class: { code } }) =>
					code === readCode(params.code) && student.name_key === nameKey(wanted.name)
			);
			if (isSame) redirect(303, nextOf(event.url));
			return joined;
		},
		({ student, token, phrase }, { event }) => {
			takePlace(event, token);
			// on the answer itself: the words are shown once, and stand in no address
			return { name: student.name, phrase, next: nextOf(event.url) };
		}
	)
};
