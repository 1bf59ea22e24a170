import { group } from '../facts/pack.ts';
import type { Entity } from '../facts/schema.ts';
import { stemsOf } from './stems.ts';

/** The words by which something is named. */
export type Wording = readonly string[];

/** So many words have to stand in a text for it to name the thing: all of three, two in three of more. */
const needed = ({ length }: Wording): number =>
	length <= 3 ? length : Math.ceil((2 * length) / 3);

/** Whether a text with these words has the wording. */
export function stands(wording: Wording, words: ReadonlySet<string>): boolean {
	let spare = wording.length - needed(wording);
	for (const word of wording) if (!words.has(word) && spare-- <= 0) return false;
	return true;
}

export const wordingOf = (text: string): Wording => [...stemsOf(text)];

/** Every wording of an entity: by all of its names, in the usage of each side, and by what an event tells. */
export function wordingsOf({ name, short, undated, unplaced, tells, ...rest }: Entity): Wording[] {
	const names = [name, short, undated, unplaced, ...rest.aliases, ...Object.values(rest.names)];
	const clause = tells && `${tells.who} ${'past' in tells ? tells.past : tells.passive}`;
	const adjectives = rest.kind === 'state' ? rest.adjectives : [];
	const all = [...names, clause, ...adjectives].flatMap((one) => one?.split(' / ') ?? []);
	return all.map(wordingOf).filter(({ length }) => length > 0);
}

/** Finds things by their wordings: each is looked up by its rarest words, of which one has to be there. */
export function wordingFinder<T>(
	things: Map<T, Wording[]>
): (words: ReadonlySet<string>) => Set<T> {
	// Many things share a wording: it is looked for once.
	const all = new Map<string, { wording: Wording; of: T[] }>();
	for (const [thing, list] of things)
		for (const wording of list) {
			const known = all.get(wording.join(' '));
			if (known) known.of.push(thing);
			else all.set(wording.join(' '), { wording, of: [thing] });
		}
	const uses = new Map<string, number>();
	for (const { wording, of } of all.values())
		for (const word of wording) uses.set(word, (uses.get(word) ?? 0) + of.length);
	const byWord = group([...all.values()], ({ wording }) =>
		[...wording]
			.sort((a, b) => (uses.get(a) ?? 0) - (uses.get(b) ?? 0))
			.slice(0, wording.length - needed(wording) + 1)
	);
	return (words) => {
		const found = new Set<T>();
		for (const word of words)
			for (const { wording, of } of byWord.get(word) ?? [])
				if (stands(wording, words)) for (const thing of of) found.add(thing);
		return found;
	};
}
