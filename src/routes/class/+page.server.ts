import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { leavePlace, placesOf } from '#lib/server/classes/acting.ts';
import { shownCode } from '#lib/server/classes/codes.ts';
import { action } from '#lib/server/classes/forms.ts';
import { linesOf } from '#lib/server/classes/home.ts';
import { done } from '#lib/server/classes/result.ts';
import { signOut } from '#lib/server/classes/sessions.ts';
import { renewPhrase } from '#lib/server/classes/students.ts';
import { asStudent } from '#lib/server/classes/student-pages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
	asStudent(event, async (ground, who, places) => {
		const groups = [];
		for (const { student, class: group } of places) {
			const found = await linesOf(ground, { student: student.id }, group);
			groups.push({
				id: group.id,
				name: group.name,
				code: shownCode(group.code),
				student: { id: student.id, name: student.name },
				lines: found.ok ? found.lines : []
			});
		}
		return { groups };
	});

export const actions: Actions = {
	/** Forgets in this browser who the student is. */
	leave: async (event) => {
		const places = await placesOf(event);
		return action(
			'leave',
			async ({ ground, given }) => {
				const place = places.find(({ student }) => student.id === given('student'));
				if (place) {
					await signOut(ground, place.token);
					leavePlace(event, place.token);
				}
				return done;
			},
			() => (places.length > 1 ? resolve('/class') : redirect(303, `${resolve('/join')}`))
		)(event);
	},

	/** New words, shown on the answer itself: they must not stand in an address. */
	words: action(
		'words',
		({ ground, who, given }) => renewPhrase(ground, who, given('student')),
		({ phrase }, { given }) => ({ phrase, student: given('student') })
	)
};
