import { error } from '@sveltejs/kit';
import { actingOf } from '#lib/server/classes/acting.ts';
import { withGround } from '#lib/server/classes/app.ts';
import { getClass } from '#lib/server/classes/classes.ts';
import { shownCode } from '#lib/server/classes/codes.ts';
import { stateOf } from '#lib/server/classes/shown.ts';
import { progressOf } from '#lib/server/classes/watching.ts';
import { boardOf } from '#lib/server/watch/board.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const who = await actingOf(event);
	const { id } = event.params;
	const hidden = event.url.searchParams.get('names') === 'hidden';
	return withGround(event, async (ground) => {
		const found = await progressOf(ground, who, id);
		if (!found.ok) error(404, found.sentence);
		const { assignment, progress } = found;
		const group = await getClass(ground, who, assignment.class_id);
		if (!group.ok) error(404, group.sentence);
		return {
			...{ id, hidden, title: assignment.title, className: group.class.name },
			code: shownCode(group.class.code),
			state: stateOf(assignment, group.class.time_zone, ground.now()),
			board: boardOf(progress, assignment, hidden, ground.now())
		};
	});
};
