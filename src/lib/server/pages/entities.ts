import { boundFacts } from '#lib/explainers/explainer.ts';
import { factsAbout } from '#lib/facts/about.ts';
import { formatDate } from '#lib/facts/dates.ts';
import { capitalise } from '#lib/facts/naming.ts';
import { entitiesOf, need, roleOf, type Index } from '#lib/facts/pack.ts';
import type { Entity, EntityKind, Fact } from '#lib/facts/schema.ts';
import { lineOf } from './card.ts';
import { belongings } from './membership.ts';
import { standardTexts } from './prose.ts';

/** The kinds in the order of the list, each with its heading and its word for one. */
const kinds: Record<EntityKind, { many: string; one: string }> = {
	person: { many: 'People', one: 'Person' },
	state: { many: 'States', one: 'State' },
	organisation: { many: 'Organisations', one: 'Organisation' },
	group: { many: 'Groups', one: 'Group' },
	place: { many: 'Places', one: 'Place' },
	event: { many: 'Events', one: 'Event' },
	agreement: { many: 'Agreements', one: 'Agreement' }
};

/** An entity as a link. */
export interface Named {
	id: string;
	name: string;
}

const named = (id: string, index: Index): Named => ({
	id,
	name: capitalise(need(index.entity, id, 'entity').name)
});

/** What stands beside a name in the list: a person's latest office, or the day of an event. */
function asideOf(entity: Entity, index: Index): string {
	const role = entity.roles.at(-1);
	if (role) return capitalise(role.office);
	return dayOf(entity, index);
}

/** The day on which an event took place, by a fact that dates it; of an agreement that of the event at which it was made. */
function dayOf({ id, kind, made }: Entity, index: Index): string {
	if (made !== undefined) return dayOf(need(index.entity, made, 'entity'), index);
	if (kind !== 'event') return '';
	for (const fact of index.factsByEntity.get(id) ?? []) {
		const value = roleOf(fact, 'object');
		if (fact['subject'] === id && typeof value === 'object' && 'date' in value)
			return formatDate(value.date);
	}
	return '';
}

const dayOfId = (id: string, index: Index): string =>
	dayOf(need(index.entity, id, 'entity'), index);

/** Persons stand under their last name, all else under its name. */
const filedUnder = ({ kind, name, short }: Entity): string =>
	kind === 'person' ? `${short ?? name.split(' ').at(-1)} ${name}` : name;

/** All entities by kind, alphabetical. */
export function entitiesPage(index: Index) {
	const groups = (Object.keys(kinds) as EntityKind[]).map((kind) => ({
		id: kind,
		title: kinds[kind].many,
		entities: index.pack.entities
			.filter((entity) => entity.kind === kind)
			.sort((a, b) => filedUnder(a).localeCompare(filedUnder(b), 'en'))
			.map((entity) => ({
				...named(entity.id, index),
				aside: asideOf(entity, index),
				facts: factsAbout(entity.id, index).length
			}))
	}));
	return {
		groups: groups.filter(({ entities }) => entities.length > 0),
		total: index.pack.entities.length
	};
}

/** "in September 2022", "from September 2020 to June 2026". */
const seenText = ([from, to]: readonly [string, string]): string =>
	from === to ? `in ${formatDate(from)}` : `from ${formatDate(from)} to ${formatDate(to)}`;

/** "39.82° north, 46.75° east" */
function coordinatesText([latitude, longitude]: readonly [number, number]): string {
	const degrees = (value: number, above: string, below: string) =>
		`${Math.abs(value).toFixed(2)}° ${value < 0 ? below : above}`;
	return `${degrees(latitude, 'north', 'south')}, ${degrees(longitude, 'east', 'west')}`;
}

/** The name that each side uses; a side of the sourcebook or another party, by its own name. */
function usageOf({ names }: Entity, index: Index) {
	return Object.entries(names).map(([side, name]) => ({
		side:
			index.pack.sourcebook.sides.find(({ id }) => id === side)?.name ??
			index.entity.get(side)?.name ??
			side,
		name
	}));
}

/** Members, or signatories, of an entity; or, the other way round, what it is a member or signatory of. */
function linksOf(id: string, lists: 'members' | 'signatories', index: Index) {
	// Whoever belongs to an agreement has signed it, and stands there.
	const all = belongings(lists, index).filter(
		({ to }) => lists === 'signatories' || index.entity.get(to)?.kind !== 'agreement'
	);
	return {
		ones: all
			.filter(({ to }) => to === id)
			.map(({ one, period }) => ({ ...named(one, index), period })),
		of: all
			.filter(({ one }) => one === id)
			.map(({ to, period }) => ({ ...named(to, index), period }))
	};
}

/** From so many facts on, each topic is folded under its title. */
const manyFacts = 20;

function topicsOf(facts: readonly Fact[], index: Index) {
	return index.pack.sourcebook.topics
		.map(({ id, title }) => ({
			id,
			title,
			facts: facts.filter(({ topic }) => topic === id).map((fact) => lineOf(fact, index))
		}))
		.filter(({ facts }) => facts.length > 0);
}

/** Explainers that bind a fact about the entity. */
function explainersOn(facts: readonly Fact[]) {
	const ids = new Set(facts.map(({ id }) => id));
	return standardTexts
		.filter((explainer) => boundFacts(explainer).some((id) => ids.has(id)))
		.map(({ id, meta }) => ({ slug: id, title: meta?.title ?? id }))
		.sort((a, b) => a.title.localeCompare(b.title, 'en'));
}

/** An entity with all that is known of it; undefined when there is none. */
export function entityPage(id: string, index: Index) {
	const entity = index.entity.get(id);
	if (!entity) return undefined;
	const facts = factsAbout(id, index);
	const [members, signatures] = [linksOf(id, 'members', index), linksOf(id, 'signatories', index)];
	return {
		...named(id, index),
		kind: { id: entity.kind, ...kinds[entity.kind] },
		day: dayOf(entity, index),
		made: entity.made === undefined ? [] : [named(entity.made, index)],
		usage: usageOf(entity, index),
		short: entity.short !== undefined && entity.kind !== 'person' ? entity.short : '',
		aliases: entity.aliases,
		roles: entity.roles.map(({ office, of, seen }) => ({
			office: capitalise(office),
			// an office that names its body needs no link to it besides
			of: of === undefined || of === entity.side ? undefined : named(of, index),
			seen: seenText(seen)
		})),
		side:
			entity.side !== undefined && entity.side !== id && index.entity.has(entity.side)
				? named(entity.side, index)
				: undefined,
		members: members.ones,
		memberOf: members.of,
		signatories: signatures.ones,
		signed: signatures.of.map((one) => ({ ...one, period: dayOfId(one.id, index) })),
		coordinates: entity.coordinates ? coordinatesText(entity.coordinates) : '',
		note: entity.note ?? '',
		topics: topicsOf(facts, index),
		facts: facts.length,
		folded: facts.length > manyFacts,
		explainers: explainersOn(facts)
	};
}
export type EntityPage = NonNullable<ReturnType<typeof entityPage>>;

/** Who says a fact, when it rests on a word, and who and what it is about: as links. */
export function namesIn(fact: Fact, index: Index) {
	const by = fact.attribution?.by;
	const about = new Set(entitiesOf(fact).filter((id) => id !== by));
	return {
		by: by === undefined ? undefined : named(by, index),
		about: [...about].map((id) => named(id, index))
	};
}
