import { daysOf } from '../facts/dates.ts';
import { group, roleOf, type Index } from '../facts/pack.ts';
import type { Entity, Fact, Relation, RoleValue } from '../facts/schema.ts';
import { relationOf } from '../facts/wording.ts';
import { hash } from './hash.ts';
import type { Kind } from './item.ts';
import { countFirst } from './sorted.ts';
import { Tally } from './tally.ts';
import { isCount, isDate, keyName, valueName } from './values.ts';

/** What item writers look up, beside the index of the pack: found once, so that writing stays linear. */
export interface Writing {
	index: Index;
	/** Facts that may be keyed outright, in the order of relation, topic and date. */
	keyable: Fact[];
	/** The same facts by relation and topic. */
	byTopic: Ranked;
	/** One fact for each value that facts of a sort have, by date or number. */
	byValue: Ranked;
	/** Facts of every standing by key tuple: what one party alone says is no wrong option either. */
	byKey: Map<string, Fact[]>;
	/** By fact, what is said for its key; found when it is first needed. */
	said: Map<string, RoleValue[]>;
	/** By id, name, short name or alias, the ids of the entities that have it. */
	named: Map<string, string[]>;
	/** Where each keyable fact stands in its list by relation and topic. */
	places: Map<Fact, number>;
	/** Entities by confusable group. */
	confusable: Map<string, string[]>;
	/** What guessing by looks has gained so far, by kind and topic. */
	tallies: Map<string, Tally>;
}

/** Lists of facts by name, each in the natural order of its values. */
type Ranked = Map<string, Fact[]>;

export { relationOf };

/**
 * Whether a fact may be keyed: an established one outright, an attributed one only where its relation puts speaker and
 * day into every wording, a contested one never.
 */
export function isKeyable(fact: Fact, relation: Relation): boolean {
	if (fact.standing === 'established') return true;
	const named = relation.key.includes('by') && relation.key.includes('as-of');
	return fact.standing === 'attributed' && named;
}

/** Whether a name, day or number of a fact is worth knowing so well that it can be typed in. */
export const isTyped = ({ recall = 'typed' }: Fact): boolean => recall === 'typed';

/** Where no topic has enough items of a kind: so many totals share them out, whatever facts come in. */
const shares = 16;
export const shareOf = (id: string, among = shares): string => `share ${hash(id) % among}`;

/** The running totals of a kind in a topic, or a share: a choice changes others only where they share the totals. */
export function tallyOf(kind: Kind, among: string, { tallies }: Writing): Tally {
	const name = `${kind}/${among}`;
	let tally = tallies.get(name);
	if (!tally) tallies.set(name, (tally = new Tally()));
	return tally;
}

/** The value which the key of the relation determines. */
export const valueOf = (fact: Fact, relation: Relation): RoleValue | undefined =>
	roleOf(fact, relation.value);

/** The natural place of a fact: its day, its number, or none. */
function placeOf(fact: Fact, index: Index): number {
	const value = valueOf(fact, relationOf(fact, index));
	if (isDate(value)) return daysOf(value.date).first;
	return isCount(value) ? value.count : 0;
}

const topicName = ({ relation, topic }: Fact): string => `${relation}/${topic}`;

/** What values a fact's own can be mixed up with: those of its relation, dates with all dates of the same kind of thing. */
function sortOf(fact: Fact, index: Index): string {
	const relation = relationOf(fact, index);
	if (!isDate(valueOf(fact, relation))) return fact.relation;
	return `dates of ${relation.key.map((role) => String(relation.roles[role])).join(' and ')}`;
}

/** One fact a value: what others of the same value say is the same wrong option. */
function distinctValues(facts: Fact[], index: Index): Fact[] {
	const seen = new Set<string>();
	return facts.filter((fact) => {
		const value = valueOf(fact, relationOf(fact, index));
		const name = value === undefined ? '' : `${sortOf(fact, index)} ${valueName(value)}`;
		return name !== '' && !seen.has(name) && seen.add(name);
	});
}

/** An order that no file gives. */
export const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);

/** The ids of entities by any number of names each. */
const idsBy = (entities: readonly Entity[], namesOf: (entity: Entity) => string[]) =>
	new Map([...group(entities, namesOf)].map(([name, list]) => [name, list.map(({ id }) => id)]));

/**
 * Looks up everything once. Sorting apart, linear in the number of facts. No list keeps the order of the files: the same
 * facts give the same items wherever an editor puts them.
 */
export function startWriting(index: Index): Writing {
	const places = new Map(index.pack.facts.map((fact) => [fact.id, placeOf(fact, index)]));
	const place = ({ id }: Fact) => places.get(id) ?? 0;
	const sorted = index.pack.facts
		.filter((fact) => isKeyable(fact, relationOf(fact, index)))
		.sort((a, b) => place(a) - place(b) || byId(a, b));
	const byTopic = group(sorted, (fact) => [topicName(fact)]);
	return {
		index,
		keyable: [...byTopic.values()].flat(),
		byTopic,
		byValue: group(distinctValues(sorted, index), (fact) => [sortOf(fact, index)]),
		byKey: group([...index.pack.facts].sort(byId), (fact) =>
			fact.subjects ? [] : [keyName(fact, relationOf(fact, index))]
		),
		said: new Map(),
		named: idsBy(index.pack.entities, ({ id, name, short = name, aliases }) => [
			...[id, name, short],
			...aliases
		]),
		places: new Map([...byTopic.values()].flatMap((list) => list.map((fact, at) => [fact, at]))),
		tallies: new Map(),
		confusable: idsBy([...index.pack.entities].sort(byId), ({ confusable }) => confusable)
	};
}

/** The facts of a sorted list around a place, nearest first, at most `reach` on either side. */
function around(list: readonly Fact[], place: number, reach: number): Fact[] {
	const near: Fact[] = [];
	for (let step = 1; step <= reach; step++)
		for (const other of [list[place - step], list[place + step]]) if (other) near.push(other);
	return near;
}

/** Facts of the same relation and topic, nearest in date or number first. */
export function neighboursInTopic(fact: Fact, { byTopic, places }: Writing, reach: number): Fact[] {
	const list = byTopic.get(topicName(fact)) ?? [];
	return around(list, places.get(fact) ?? -1, reach);
}

/** Facts of the same sort with the nearest other dates or numbers. */
export function neighboursByValue(fact: Fact, { byValue, index }: Writing, reach: number): Fact[] {
	const list = byValue.get(sortOf(fact, index)) ?? [];
	const wanted = placeOf(fact, index);
	const at = countFirst(list, (one) => placeOf(one, index) < wanted);
	const here = list[at];
	return [...(here ? [here] : []), ...around(list, at, reach)];
}

/** Facts of the same relation whose subject shares a confusable group with the fact's subject. */
export function confusableOwners(fact: Fact, { index, confusable }: Writing): Fact[] {
	const subject = roleOf(fact, 'subject');
	const groups = (typeof subject === 'string' && index.entity.get(subject)?.confusable) || [];
	const ids = new Set(groups.flatMap((name) => confusable.get(name) ?? []));
	return [...ids].flatMap((id) =>
		(index.factsByEntity.get(id) ?? [])
			.filter((other) => other.relation === fact.relation && other.id !== fact.id)
			.sort(byId)
	);
}

/** Whether two entities share a group of what a student could honestly mix up. */
export function areConfusable(a: string, b: string, { index }: Writing): boolean {
	const groups = index.entity.get(a)?.confusable ?? [];
	return (index.entity.get(b)?.confusable ?? []).some((name) => groups.includes(name));
}
