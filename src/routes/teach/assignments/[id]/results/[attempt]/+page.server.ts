import { error } from '@sveltejs/kit';
import { actingOf } from '#lib/server/classes/acting.ts';
import { withGround } from '#lib/server/classes/app.ts';
import { getClass } from '#lib/server/classes/classes.ts';
import { shownMoment } from '#lib/server/classes/moments.ts';
import { refuse } from '#lib/server/classes/result.ts';
import { feedbackIn } from '#lib/server/results/one.ts';
import { paperLine, satsOf } from '#lib/server/results/of-class.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const who = await actingOf(event);
	const { id, attempt } = event.params;
	return withGround(event, async (ground) => {
		const found = await satsOf(ground, who, id);
		if (!found.ok) error(404, found.sentence);
		const at = found.sats.findIndex((one) => one.id === attempt);
		const sat = found.sats[at];
		const group = await getClass(ground, who, found.assignment.class_id);
		if (!sat || !group.ok) error(404, refuse('no-attempt').sentence);
		const { name, time_zone: zone } = group.class;
		const neighbour = (step: number) => {
			const other = found.sats[at + step];
			return other && { id: other.id, name: other.name, n: other.n };
		};
		return {
			id,
			title: found.assignment.title,
			className: name,
			paper: paperLine(sat, (moment) => shownMoment(moment, zone)),
			items: feedbackIn(sat, ground.content().index),
			previous: neighbour(-1),
			next: neighbour(1)
		};
	});
};
