import { resolve } from '$app/paths';
import { holdLink, teacherOf } from '#lib/server/accounts/teacher.ts';
import { withGround } from '#lib/server/classes/app.ts';
import { createClass, listClasses } from '#lib/server/classes/classes.ts';
import { shownCode } from '#lib/server/classes/codes.ts';
import { action } from '#lib/server/classes/forms.ts';
import { keptMonths } from '#lib/server/classes/kept-months.ts';
import { shownDay } from '#lib/server/classes/moments.ts';
import { deletedAt } from '#lib/server/classes/unused.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { who, teacher, held } = await teacherOf(event);
	const classes =
		who.length === 0 ? [] : await withGround(event, (ground) => listClasses(ground, who));
	const isHeld = new Set(held.map(({ id }) => id));
	return {
		teacher: teacher?.name,
		deleted: event.url.searchParams.has('deleted'),
		classes: classes.map(({ id, name, code, students, ...group }) => {
			const ends = deletedAt(group, keptMonths);
			return {
				id,
				name,
				code: shownCode(code),
				students,
				byLink: isHeld.has(id),
				deleted: ends === null ? undefined : shownDay(ends, group.time_zone)
			};
		})
	};
};

export const actions: Actions = {
	default: action(
		'start',
		({ ground, who, given, event }) =>
			createClass(
				ground,
				who,
				{ name: given('name'), timeZone: given('zone') || 'UTC' },
				event.getClientAddress()
			),
		({ class: { id }, link }, { event }) => {
			if (link) holdLink(event, link);
			return `${resolve('/teach/classes/[id]', { id })}?new`;
		}
	)
};
