import { factsAbout } from '../about.ts';
import { daysOf } from '../dates.ts';
import { entitiesOf } from '../pack.ts';
import { isSide, type CheckContext } from './context.ts';

const year = /\b(?:1[5-9]|20)\d\d\b/;

/** Every entity that something refers to by its id. */
function usedEntities({ pack }: CheckContext['index']): Set<string> {
	return new Set([
		...pack.facts.flatMap(entitiesOf),
		...pack.facts.flatMap((fact) => Object.keys(fact.not)),
		...pack.sources.flatMap(({ voices }) => voices ?? []),
		...pack.entities.flatMap(({ roles, members, signatories, made }) => [
			...roles.flatMap(({ of }) => of ?? []),
			...members.map(({ entity }) => entity),
			...signatories,
			...(made === undefined ? [] : [made])
		])
	]);
}

/** Entities: references, use, years in names of events. */
export function checkEntities(context: CheckContext): void {
	const { index, report } = context;
	const used = usedEntities(index);
	for (const entity of index.pack.entities) {
		const say = (path: PropertyKey[], code: string, message: string) =>
			report('entities', entity.id, path, code, message);
		// A place with coordinates stands on the map.
		const isUsed =
			used.has(entity.id) || entity.coordinates || factsAbout(entity.id, index).length > 0;
		if (!isUsed)
			say(
				['id'],
				'unused-entity',
				`${entity.id} is used by nothing: use it in a fact or take it out.`
			);
		if (entity.side !== undefined && !isSide(entity.side, index))
			say(
				['side'],
				'unknown-side',
				`${entity.id}: "${entity.side}" is neither an entity nor a side of sourcebook.yaml.`
			);
		const references: [string, string[]][] = [
			['roles', entity.roles.flatMap(({ of }) => of ?? [])],
			['members', entity.members.map(({ entity }) => entity)],
			['signatories', entity.signatories],
			['made', entity.made === undefined ? [] : [entity.made]]
		];
		for (const [key, ids] of references)
			for (const id of ids.filter((id) => !index.entity.has(id)))
				say([key], 'unknown-entity', `${entity.id}: there is no entity "${id}".`);
		entity.roles.forEach(({ seen: [from, to] }, position) => {
			if (daysOf(from).first > daysOf(to).last)
				say(
					['roles', position, 'seen'],
					'seen-order',
					`${entity.id}: seen until ${to}, before ${from}.`
				);
		});
		if (entity.capital && !entity.aliases.includes(entity.capital))
			say(['capital'], 'no-alias', `${entity.id}: "${entity.capital}" must be one of the aliases.`);
		if (entity.kind !== 'event') continue;
		if (year.test(entity.name) && entity.undated === undefined)
			say(['name'], 'no-undated', `${entity.id}: the name has a year; give an undated name too.`);
		if (entity.undated !== undefined && year.test(entity.undated))
			say(
				['undated'],
				'dated',
				`${entity.id}: "undated" holds a year that would give the date away.`
			);
		if (entity.tells && year.test(Object.values(entity.tells).join(' ')))
			say(['tells'], 'dated', `${entity.id}: "tells" holds a year that would give the date away.`);
	}
}
