import { daysOf } from './dates.ts';
import type { MapQuestions } from './map-questions.ts';
import type {
	Entity,
	Fact,
	Module,
	Relation,
	RoleValue,
	Source,
	Sourcebook,
	Term
} from './schema.ts';

/** All that is taught, read and validated: plain data. */
export interface Pack {
	sourcebook: Sourcebook;
	sources: Source[];
	entities: Entity[];
	relations: Record<string, Relation>;
	facts: Fact[];
	modules: Module[];
	glossary: Term[];
	/** Missing where no questions are asked on a map. */
	mapQuestions?: MapQuestions | undefined;
}

/** A pack with everything that writers and pages look up, found once. */
export interface Index {
	pack: Pack;
	source: Map<string, Source>;
	entity: Map<string, Entity>;
	fact: Map<string, Fact>;
	module: Map<string, Module>;
	factsBySource: Map<string, Fact[]>;
	factsByTopic: Map<string, Fact[]>;
	factsByRelation: Map<string, Fact[]>;
	/** Facts in which an entity fills a role, is a subject or speaks. */
	factsByEntity: Map<string, Fact[]>;
	/** The later figures that say they follow a fact. */
	followedBy: Map<string, Fact[]>;
	/** The facts that say they change what a fact foresaw. */
	changedBy: Map<string, Fact[]>;
}

const byId = <T extends { id: string }>(list: T[]) => new Map(list.map((one) => [one.id, one]));

/** The facts grouped by any number of keys each. */
export function group<T>(
	list: Iterable<T>,
	keysOf: (one: T) => Iterable<string>
): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const one of list)
		for (const key of new Set(keysOf(one))) {
			const members = groups.get(key);
			if (members) members.push(one);
			else groups.set(key, [one]);
		}
	return groups;
}

const fixedKeys = new Set([
	'id',
	'topic',
	'statement',
	'relation',
	'standing',
	'subjects',
	'as-of',
	'attribution',
	'complete',
	'not',
	'about',
	'against',
	'contradicts',
	'implies',
	'follows',
	'changes',
	'wording',
	'recall',
	'evidence',
	'note'
]);

/** The keys of a fact that are roles of its relation. */
export const roleKeys = (fact: Fact): string[] =>
	Object.keys(fact).filter((key) => !fixedKeys.has(key));

/**
 * What fills a role of a fact. `by` and `as-of` may come from the attribution or from the fact's own day.
 * Undefined when nothing fills it, or a list of subjects does.
 */
export function roleOf(fact: Fact, role: string): RoleValue | undefined {
	if (role === 'as-of') {
		const day = fact['as-of'] ?? fact.attribution?.['as-of'];
		return day === undefined ? undefined : { date: day, worth: 'day' };
	}
	const own = fact[role] as RoleValue | undefined;
	return own === undefined && role === 'by' ? fact.attribution?.by : own;
}

/** Every entity a fact touches: roles, subjects and speaker. */
export function entitiesOf(fact: Fact): string[] {
	const values = roleKeys(fact).map((key) => fact[key] as RoleValue);
	const ids = values.filter((value) => typeof value === 'string');
	return [...ids, ...(fact.subjects ?? []), ...(fact.attribution ? [fact.attribution.by] : [])];
}

/** The first day a fact is about, for ordering: its date, its day or the day of its attribution. */
export function dayOf(fact: Fact): number | undefined {
	const object = fact['object'] as RoleValue | undefined;
	const date =
		(typeof object === 'object' && 'date' in object ? object.date : undefined) ??
		fact['as-of'] ??
		fact.attribution?.['as-of'];
	return date === undefined ? undefined : daysOf(date).first;
}

/** Builds the look-ups of a pack. Linear in its size. */
export function indexPack(pack: Pack): Index {
	const { sources, entities, facts, modules } = pack;
	return {
		pack,
		source: byId(sources),
		entity: byId(entities),
		fact: byId(facts),
		module: byId(modules),
		factsBySource: group(facts, (fact) => fact.evidence.map(({ source }) => source)),
		factsByTopic: group(facts, (fact) => [fact.topic]),
		factsByRelation: group(facts, (fact) => [fact.relation]),
		factsByEntity: group(facts, entitiesOf),
		followedBy: group(facts, (fact) => (fact.follows ? [fact.follows] : [])),
		changedBy: group(facts, (fact) => (fact.changes ? [fact.changes] : []))
	};
}

/** Looks up what a checked pack must hold. @throws Error naming the culprit when it does not */
export function need<T>(map: Map<string, T>, id: string, what: string): T {
	const found = map.get(id);
	if (found === undefined) throw new Error(`no ${what} "${id}" in the content pack`);
	return found;
}
