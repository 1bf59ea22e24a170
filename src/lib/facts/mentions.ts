import { group } from './pack.ts';
import type { Entity } from './schema.ts';

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

const firstWord = /[\p{L}\p{N}]+/u;
const anyWord = /[\p{L}\p{N}]+/gu;
const goesOn = /^[\p{L}\p{N}]/u;

/**
 * Finds every form in a text as whole words, the longest one first. Of a word it is known how long the forms are that begin
 * with it: so few looks are needed, however many forms there are.
 */
function formFinder(forms: ReadonlyMap<string, unknown>) {
	const lengths = new Map(
		[...group(forms.keys(), (form) => firstWord.exec(form) ?? [])].map(([word, list]) => [
			word,
			[...new Set(list.map(({ length }) => length))].sort((a, b) => b - a)
		])
	);
	return function* (text: string): Generator<{ form: string; at: number }> {
		let end = 0;
		for (const { 0: word, index: at } of text.matchAll(anyWord)) {
			const isForm = (length: number) =>
				forms.has(text.slice(at, at + length)) && !goesOn.test(text.slice(at + length));
			const length = at < end ? undefined : lengths.get(word)?.find(isForm);
			if (length === undefined) continue;
			end = at + length;
			yield { form: text.slice(at, end), at };
		}
	};
}

const locating = /\b(?:in|at|near)\s+$/;

/**
 * Learns the names of entities. The longest name wins, so that a declaration named after a town is not the town; a
 * capital that also stands for its government is the place only after "in", "at" or "near".
 */
export function nameFinder(entities: readonly Nameable[]): Finder {
	const named = group(entities, formsOf);
	const formsIn = formFinder(named);
	return (text) => {
		const found = new Set<string>();
		for (const { form, at } of formsIn(text)) {
			const all = named.get(form) ?? [];
			const places = all.filter(({ kind }) => kind === 'place');
			const others = all.filter(({ kind }) => kind !== 'place');
			const meant = locating.test(text.slice(0, at)) ? places : others;
			for (const { id } of places.length > 0 && others.length > 0 ? meant : all) found.add(id);
		}
		return found;
	};
}
