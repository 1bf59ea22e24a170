import { group } from './pack.ts';
import type { Entity } from './schema.ts';
import { wholeWord } from './words.ts';

/** Tells which entities of a pack a text names. */
export type Finder = (text: string) => Set<string>;

/** What of an entity says how it is called. */
export type Nameable = Pick<
	Entity,
	'id' | 'kind' | 'name' | 'short' | 'aliases' | 'names' | 'adjectives' | 'named'
>;

/** Every form of a name with a capital: "Lviv / Lwów" is two; what has no capital names nothing alone. */
function formsOf(entity: Nameable): string[] {
	const { kind, name, short, aliases, names, adjectives, named } = entity;
	const own = named ?? [name, short ?? '', ...aliases, ...Object.values(names)];
	return [...own, ...(kind === 'state' ? adjectives : [])]
		.flatMap((form) => form.split(' / '))
		.map((form) => form.trim())
		.filter((form) => /^\p{Lu}/u.test(form));
}

const locating = /\b(?:in|at|near)\s+$/;

/**
 * Learns the names of entities. The longest name wins, so that a declaration named after a town is not the town; a
 * capital that also stands for its government is the place only after "in", "at" or "near".
 */
export function nameFinder(entities: readonly Nameable[]): Finder {
	const named = group(entities, formsOf);
	if (named.size === 0) return () => new Set();
	const pattern = wholeWord([...named.keys()], 'gu');
	return (text) => {
		const found = new Set<string>();
		for (const { 0: form, index } of text.matchAll(pattern)) {
			const all = named.get(form) ?? [];
			const places = all.filter(({ kind }) => kind === 'place');
			const others = all.filter(({ kind }) => kind !== 'place');
			const meant = locating.test(text.slice(0, index)) ? places : others;
			for (const { id } of places.length > 0 && others.length > 0 ? meant : all) found.add(id);
		}
		return found;
	};
}
