import type { CheckContext } from './context.ts';

/** Disputed points that sourcebook.yaml names: facts are about each, its event exists, and so do the findings on it. */
export function checkPoints({ index, report }: CheckContext): void {
	const abouts = new Set(index.pack.facts.flatMap(({ about }) => about ?? []));
	const { points, findings } = index.pack.sourcebook;
	const say = (key: string, point: string, code: string, message: string) =>
		report('sourcebook', '', [key, point], code, message);
	for (const [key, named] of Object.entries({ points, findings }))
		for (const point of Object.keys(named).filter((one) => !abouts.has(one)))
			say(
				key,
				point,
				'unused-point',
				`No fact is about "${point}": mend the name, or take it out.`
			);
	for (const [point, event] of Object.entries(points))
		if (index.entity.get(event)?.kind !== 'event')
			say('points', point, 'unknown-entity', `${point}: there is no event "${event}".`);
	for (const [point, facts] of Object.entries(findings))
		for (const id of facts.filter((id) => !index.fact.has(id)))
			say('findings', point, 'unknown-fact', `${point}: there is no fact "${id}".`);
}
