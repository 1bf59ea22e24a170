import type { Pack } from '../../src/lib/facts/pack.ts';
import type { Entity } from '../../src/lib/facts/schema.ts';

/** Content many times as large, to see how the time to write its bank grows. */

/** Whether the copies are about matters of their own, or all about the same topics. */
export type Matter = 'own topics' | 'same topics';

const digits = 26;
/** A word for a copy, without figures: a figure in the name of an event would keep it out of orders. */
const wordFor = (copy: number): string =>
	`X${[Math.floor(copy / digits), copy % digits].map((digit) => String.fromCharCode(97 + digit)).join('')}`;

/** What an entity is called, in every way: no two of a real pack have a name in common. */
function calledAnew(entity: Entity, copy: number): Entity {
	const anew = (name: string) => `${name} ${wordFor(copy)}`;
	const { name, short, unplaced, undated, aliases, names } = entity;
	return {
		...entity,
		name: anew(name),
		aliases: aliases.map(anew),
		names: Object.fromEntries(Object.entries(names).map(([side, one]) => [side, anew(one)])),
		...(short === undefined ? {} : { short: anew(short) }),
		...(unplaced === undefined ? {} : { unplaced: anew(unplaced) }),
		...(undated === undefined ? {} : { undated: anew(undated) })
	};
}

/** What must not be taken for an id, though it may read like one. */
const words = ['name', 'relation', 'kind'];

/** Every id of a pack with a suffix, wherever it stands, so that copies are packs of their own within one. */
function renamed(pack: Pack, copy: number, matter: Matter): Pack {
	if (copy === 0) return pack;
	const suffix = `-x${copy}`;
	const groups = new Set(pack.entities.flatMap(({ confusable }) => confusable));
	const topics = matter === 'own topics' ? pack.sourcebook.topics : [];
	const listed = [pack.sources, pack.entities, pack.facts, pack.modules, topics].flat();
	const ids = new Set([...listed.map(({ id }) => id), ...groups]);
	const rename = (value: unknown, key = ''): unknown => {
		if (typeof value === 'string')
			return ids.has(value) && !words.includes(key) ? value + suffix : value;
		if (Array.isArray(value)) return value.map((one) => rename(one, key));
		if (value === null || typeof value !== 'object') return value;
		return Object.fromEntries(
			Object.entries(value).map(([name, one]) => [
				key === 'not' ? name + suffix : name,
				rename(one, name)
			])
		);
	};
	const list = <T>(all: T[]) => all.map((one) => rename(one) as T);
	return {
		...pack,
		sources: list(pack.sources),
		entities: list(pack.entities).map((entity) => calledAnew(entity, copy)),
		facts: list(pack.facts),
		modules: list(pack.modules)
	};
}

/** A pack with so many copies of all its sources, entities, facts and modules. */
export function multiplied(pack: Pack, times: number, matter: Matter): Pack {
	const copies = Array.from({ length: times }, (_, copy) => renamed(pack, copy, matter));
	return {
		...pack,
		sources: copies.flatMap(({ sources }) => sources),
		entities: copies.flatMap(({ entities }) => entities),
		facts: copies.flatMap(({ facts }) => facts),
		modules: copies.flatMap(({ modules }) => modules)
	};
}
