import { boundFacts } from '#lib/explainers/explainer.ts';
import { formatDate } from '#lib/facts/dates.ts';
import { capitalise } from '#lib/facts/naming.ts';
import { entitiesOf, need, roleOf, type Index } from '#lib/facts/pack.ts';
import type { Entity, EntityKind, Fact } from '#lib/facts/schema.ts';
import { lineOf } from './card.ts';
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

const factsAbout = ({ id }: Entity, index: Index): Fact[] => index.factsByEntity.get(id) ?? [];

/** What stands beside a name in the list: a person's latest office, or the day of an event. */
function asideOf(entity: Entity, index: Index): string {
	const role = entity.roles.at(-1);
	if (role) return capitalise(role.office);
	return entity.kind === 'event' ? dayOfEvent(entity, index) : '';
}

/** The day on which an event took place, by a fact that dates it. */
function dayOfEvent({ id }: Entity, index: Index): string {
	for (const fact of index.factsByEntity.get(id) ?? []) {
		const value = roleOf(fact, 'object');
		if (fact['subject'] === id && typeof value === 'object' && 'date' in value)
			return formatDate(value.date);
	}
	return '';
}

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
				facts: factsAbout(entity, index).length
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

const periodOf = ({ from, to }: Entity['members'][number]): string =>
	[from && `from ${formatDate(from)}`, to && `to ${formatDate(to)}`].filter(Boolean).join(' ');

const membersOf = ({ members }: Entity, index: Index) =>
	members.map((member) => ({ ...named(member.entity, index), period: periodOf(member) }));

/** Where an entity is a member, holds no office but belongs. */
const memberships = ({ id }: Entity, index: Index) =>
	index.pack.entities.flatMap((body) =>
		body.members
			.filter(({ entity }) => entity === id)
			.map((member) => ({ ...named(body.id, index), period: periodOf(member) }))
	);

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
	const facts = factsAbout(entity, index);
	return {
		...named(id, index),
		kind: { id: entity.kind, ...kinds[entity.kind] },
		day: entity.kind === 'event' ? dayOfEvent(entity, index) : '',
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
		members: membersOf(entity, index),
		memberOf: memberships(entity, index),
		signatories: entity.signatories.map((one) => named(one, index)),
		signed: index.pack.entities
			.filter(({ signatories }) => signatories.includes(id))
			.map((agreement) => named(agreement.id, index)),
		coordinates: entity.coordinates ? coordinatesText(entity.coordinates) : '',
		note: entity.note ?? '',
		topics: topicsOf(facts, index),
		facts: facts.length,
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
