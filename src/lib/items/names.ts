import { group } from '../facts/pack.ts';
import type { Entity, Fact, RoleValue } from '../facts/schema.ts';
import { forgivenSlips, slipsBetween, spellingOf, type Spelling } from '../facts/spelling.ts';
import { neighboursInTopic, relationOf, valueOf, type Writing } from './context.ts';

/** What may be typed for a key, and which other names are too near to it to be taken for its misspelling. */
export type Names = (
	fact: Fact,
	key: RoleValue
) => {
	/** Without titles: the names themselves. */
	names: string[];
	accepted: string[];
	others: string[];
};

/** The short name in another spelling of the full one: "Muller" for "Ann Miller, Miller" and "Ann Muller". */
function shortAlias(alias: string, { name, short }: Entity): string {
	if (!short || !name.endsWith(` ${short}`)) return '';
	const words = alias.split(' ');
	return words.length === name.split(' ').length
		? words.slice(-short.split(' ').length).join(' ')
		: '';
}

/** Every name of an entity: in full, short, other spellings, the usage of each side ("A / B" is two names and one). */
function namesOf(entity: Entity): string[] {
	const { name, short, capital, names, typed } = entity;
	const aliases = entity.aliases.filter((one) => one !== capital);
	const shorts = aliases.map((alias) => shortAlias(alias, entity));
	const all = [name, short ?? '', ...aliases, ...shorts, ...Object.values(names), ...typed];
	return [...new Set(all.flatMap((one) => [one, ...one.split(' / ')]))].filter((one) => one !== '');
}

/** The given names that may stand before a surname: any one, all but the first, and the initials. */
function givenParts(given: readonly string[]): string[] {
	const initials = given.map((one) => `${one[0]}.`).join(' ');
	return [...new Set([given.join(' '), ...given, given.slice(1).join(' '), initials])].filter(
		(one) => one !== ''
	);
}

/** A person's names in other orders and shortened: "Doe John", "J. P. Doe", "Paul Doe". */
function reordered({ name, short, aliases }: Entity): string[] {
	if (!short) return [];
	return [name, ...aliases].flatMap((full) => {
		const words = full.split(' ');
		const given = words.slice(0, -short.split(' ').length);
		const surname = words.slice(given.length).join(' ');
		if (given.length === 0 || words.length !== name.split(' ').length) return [];
		return givenParts(given).flatMap((part) => [`${part} ${surname}`, `${surname} ${part}`]);
	});
}

/** Words that make another office of a title: "President Doe" is no Vice President Doe. */
const lesser = /^(?:vice|deputy|assistant|acting|former)$/i;

/** A person's names after any end of their title: "Minister Doe", "Prime Minister Doe". */
function titled(entity: Entity, names: readonly string[]): string[] {
	const titles = entity.roles.flatMap(({ title }) => {
		const words = title.split(' ');
		// From its last lesser word on a title is not cut, nor is what it is the head of: no "State Doe".
		const end = [words.findLastIndex((one) => lesser.test(one)), words.indexOf('of') - 1]
			.filter((at) => at >= 0)
			.reduce((a, b) => Math.min(a, b), words.length);
		return words.flatMap((_, from) => (from > end ? [] : [words.slice(from).join(' ')]));
	});
	return [...new Set(titles)].flatMap((title) => names.map((name) => `${title} ${name}`));
}

const reach = 12;

/** A name by its letters, and by these with any one left out: names that are one slip apart have one of these in common. */
function sparings(name: string): string[] {
	const all = name
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, '');
	return [all, ...[...all].map((_, at) => all.slice(0, at) + all.slice(at + 1))];
}

/** Looks up names once. An entity's neighbours are those of its groups, of its kind and side, and of its kind with names like its own. */
export function startNames(writing: Writing): Names {
	const { entities } = writing.index.pack;
	const known = new Map(entities.map((entity) => [entity, namesOf(entity)]));
	const named = (entity: Entity) => known.get(entity) ?? [];
	const company = group(entities, ({ confusable, kind, side }) => [
		...confusable.map((name) => `group ${name}`),
		...(side ? [`${kind} of ${side}`] : [])
	]);
	const alike = group(entities, (entity) => [
		...new Set(
			named(entity)
				.flatMap(sparings)
				.map((left) => `${entity.kind} ${left}`)
		)
	]);
	const owners = group(entities, (entity) =>
		named(entity).map((name) => `${entity.kind} ${name.toLowerCase()}`)
	);
	const spellings = new Map<string, Spelling>();
	const spelling = (name: string): Spelling => {
		const known = spellings.get(name) ?? spellingOf(name);
		spellings.set(name, known);
		return known;
	};
	const isNear = (other: string, accepted: readonly string[]) =>
		accepted.every((name) => name.toLowerCase() !== other.toLowerCase()) &&
		accepted.some((name) => {
			const mine = spelling(name);
			// A slip from the one and a slip from the other may meet.
			const meeting = 2 * forgivenSlips(mine);
			return slipsBetween(spelling(other), mine, meeting) <= meeting;
		});
	const ofEntity = (entity: Entity) => {
		const ownersOf = (name: string) => owners.get(`${entity.kind} ${name.toLowerCase()}`) ?? [];
		const own = named(entity).filter((name) => ownersOf(name).length === 1);
		const isOwn = (name: string) => ownersOf(name).every((owner) => owner === entity);
		const around = [
			...entity.confusable.flatMap((name) => company.get(`group ${name}`) ?? []),
			...(company.get(`${entity.kind} of ${entity.side}`) ?? []),
			...own.flatMap(sparings).flatMap((left) => alike.get(`${entity.kind} ${left}`) ?? [])
		].filter((other) => other !== entity);
		const others = new Set(around.flatMap(named));
		return {
			names: own,
			accepted:
				entity.kind === 'person'
					? [...new Set([...own, ...titled(entity, own), ...reordered(entity).filter(isOwn)])]
					: own,
			others: [...others].filter((name) => isNear(name, own)).sort()
		};
	};
	const ofPhrase = (fact: Fact, phrase: string) => {
		const { index } = writing;
		const values = neighboursInTopic(fact, writing, reach).flatMap((other) => {
			const value = valueOf(other, relationOf(other, index));
			return typeof value === 'object' && 'phrase' in value ? [value.phrase] : [];
		});
		return {
			names: [phrase],
			accepted: [phrase],
			others: [...new Set(values)].filter((name) => isNear(name, [phrase])).sort()
		};
	};
	// Many questions ask for the same person or place.
	const found = new Map<string, ReturnType<typeof ofEntity>>();
	return (fact, key) => {
		if (typeof key === 'object') return ofPhrase(fact, 'phrase' in key ? key.phrase : '');
		const entity = writing.index.entity.get(key);
		if (!entity) throw new Error(`no entity "${key}" in the content pack`);
		const names = found.get(key) ?? ofEntity(entity);
		found.set(key, names);
		return names;
	};
}
