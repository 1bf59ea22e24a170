import { nameFinder } from './mentions.ts';
import { entitiesOf, group, type Index } from './pack.ts';
import type { Fact } from './schema.ts';

/** What every fact is about, and the other way round. */
interface About {
	entities: ReadonlyMap<Fact, ReadonlySet<string>>;
	facts: ReadonlyMap<string, Fact[]>;
}

const known = new WeakMap<Index, About>();

/** Learnt once for each pack: names are looked for in every statement. */
function aboutIn(index: Index): About {
	const before = known.get(index);
	if (before) return before;
	const { facts, entities } = index.pack;
	const find = nameFinder(entities);
	const found = new Map(
		facts.map((fact) => [fact, new Set([...entitiesOf(fact), ...find(fact.statement)])] as const)
	);
	const about = { entities: found, facts: group(facts, (fact) => found.get(fact) ?? []) };
	known.set(index, about);
	return about;
}

/**
 * What a fact is about: the entities that fill its roles, whoever says it, and all that its statement names. The one rule
 * for entity pages, timeline and map.
 */
export const entitiesAbout = (fact: Fact, index: Index): ReadonlySet<string> =>
	aboutIn(index).entities.get(fact) ?? new Set();

/** The facts about an entity, in the order of the pack. */
export const factsAbout = (id: string, index: Index): readonly Fact[] =>
	aboutIn(index).facts.get(id) ?? [];
