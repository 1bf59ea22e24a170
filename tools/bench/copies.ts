import type { Pack } from '../../src/lib/facts/pack.ts';
import type { Entity } from '../../src/lib/facts/schema.ts';

/** Content many times as large, to see how the time to write its bank grows. */

/** Whether the copies are about matters of their own, or all about the same topics. */
export type Matter = 'own topics' | 'same topics';

const alphabet = 26;
/** So many letters at its beginning tell a word from another. */
const beginning = 4;

/** A word as a copy has it: its first letters moved on in the alphabet, every other one by the copy's other digit. */
function wordOf(word: string, copy: number): string {
	const steps = [copy % alphabet, Math.floor(copy / alphabet)];
	const head = word.slice(0, beginning).replace(/[a-z]/gi, (letter, at: number) => {
		const first = letter < 'a' ? 65 : 97;
		const moved = letter.charCodeAt(0) - first + (steps[at % 2] ?? 0);
		return String.fromCharCode(first + (moved % alphabet));
	});
	return head + word.slice(beginning);
}

/** A text of a copy: its proper names and long words are its own; only a first "ceasefire" is everybody's. */
const told = (text: string, copy: number): string =>
	text.replace(/[\p{L}\p{M}’-]+/gu, (word, at: number) =>
		/^\p{Lu}/u.test(word) || (at > 0 && word.length >= 5) ? wordOf(word, copy) : word
	);

/** Where something is said of a thing, in entities and facts. */
const said = ['who', 'past', 'base', 'passive', 'phrase', 'claim', 'office', 'title'];

/** What an entity is called, in every way: no two of a real pack have a name in common. */
function calledAnew(entity: Entity, copy: number): Entity {
	const anew = (name: string) => {
		const own = told(name, copy);
		return own === name ? `${name} ${wordOf('Copy', copy)}` : own;
	};
	const { name, short, unplaced, undated, aliases, adjectives, names } = entity;
	return {
		...entity,
		name: anew(name),
		aliases: aliases.map(anew),
		adjectives: adjectives.map(anew),
		names: Object.fromEntries(Object.entries(names).map(([side, one]) => [side, anew(one)])),
		...(short === undefined ? {} : { short: anew(short) }),
		...(unplaced === undefined ? {} : { unplaced: anew(unplaced) }),
		...(undated === undefined ? {} : { undated: anew(undated) })
	};
}

/** What must not be taken for an id, though it may read like one. */
const words = ['relation', 'kind'];

/** Every id of a pack with a suffix, wherever it stands, so that copies are packs of their own within one. */
function renamed(pack: Pack, copy: number, matter: Matter): Pack {
	if (copy === 0) return pack;
	const suffix = `-x${copy}`;
	const groups = new Set(pack.entities.flatMap(({ confusable }) => confusable));
	const topics = matter === 'own topics' ? pack.sourcebook.topics : [];
	const listed = [pack.sources, pack.entities, pack.facts, pack.modules, topics].flat();
	const ids = new Set([...listed.map(({ id }) => id), ...groups]);
	const text = (value: string, key: string): string => {
		if (said.includes(key)) return told(value, copy);
		return ids.has(value) && !words.includes(key) ? value + suffix : value;
	};
	const rename = (value: unknown, key = ''): unknown => {
		if (typeof value === 'string') return text(value, key);
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
