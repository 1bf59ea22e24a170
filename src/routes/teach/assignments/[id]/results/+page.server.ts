import { error } from '@sveltejs/kit';
import { actingOf } from '#lib/server/classes/acting.ts';
import { withGround } from '#lib/server/classes/app.ts';
import { getClass } from '#lib/server/classes/classes.ts';
import { shownMoment } from '#lib/server/classes/moments.ts';
import { attemptsOf, besides } from '#lib/server/results/compare.ts';
import { countedOf, countNames, counts, readCount } from '#lib/server/results/counted.ts';
import { allSet, paperLine, satsOf } from '#lib/server/results/of-class.ts';
import { reportOf } from '#lib/server/results/report.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const who = await actingOf(event);
	const { id } = event.params;
	const { searchParams } = event.url;
	return withGround(event, async (ground) => {
		const found = await satsOf(ground, who, id);
		if (!found.ok) error(404, found.sentence);
		const group = await getClass(ground, who, found.assignment.class_id);
		if (!group.ok) error(404, group.sentence);
		const { name, time_zone: zone } = group.class;
		const others = (await allSet(ground, who)).filter((one) => one.id !== id);
		const other = others.find((one) => one.id === searchParams.get('with'));
		const there = other && (await satsOf(ground, who, other.id));
		const content = ground.content();
		const count = readCount(searchParams.get('count'));
		const counted = countedOf(found.sats, count);
		return {
			id,
			title: found.assignment.title,
			group: { id: group.class.id, name },
			running: found.running,
			count,
			counts: counts.map((one) => ({ id: one, name: countNames[one] })),
			papers: found.sats.map((sat) => paperLine(sat, (at) => shownMoment(at, zone))),
			attempts: attemptsOf(found.sats),
			report: reportOf(counted, content),
			others,
			other: there?.ok
				? { ...other, compared: besides(counted, countedOf(there.sats, count), content) }
				: undefined
		};
	});
};
