import { hash, hashBoth, hashOrder } from './hash.ts';
import type { Tally } from './tally.ts';

/** A wrong option in text, with what a chooser looks at. */
export interface Candidate<T> {
	text: string;
	/** Place in the natural order of dates and numbers. */
	order: number | undefined;
	of: T;
}

const tries = 12;
const nearest = 10;

/** Every rank the key can have among `count` + 1 ordered options, in an order that depends on the name alone. */
const ranks = (name: string, count: number): number[] =>
	hashOrder(
		Array.from({ length: count + 1 }, (_, rank) => rank),
		name,
		String
	);

function* orderedSets<T>(key: number, list: Candidate<T>[], count: number, name: string) {
	const above = list.filter(({ order = 0 }) => order > key);
	const below = list.filter(({ order = 0 }) => order < key);
	for (const rank of ranks(name, count))
		for (let skip = 0; skip < 3; skip++) {
			const set = [...below.slice(skip, skip + rank), ...above.slice(skip, skip + count - rank)];
			if (set.length === count) yield set;
		}
}

function* shuffledSets<T>(list: Candidate<T>[], count: number, name: string) {
	const near = list
		.slice(0, nearest)
		.map((one, place) => ({ one, bit: 1 << place, named: hash(one.text), rank: 0 }));
	const yielded = new Set<number>();
	if (near.length < count) return;
	const attempts = near.length === count ? 1 : tries;
	for (let attempt = 0; attempt < attempts; attempt++) {
		const turn = hash(`${name}/${attempt}`);
		for (const one of near) one.rank = hashBoth(one.named, turn);
		const set = near.toSorted((a, b) => a.rank - b.rank).slice(0, count);
		// The same options in another order are the same choice.
		const members = set.reduce((bits, { bit }) => bits | bit, 0);
		if (yielded.has(members)) continue;
		yielded.add(members);
		yield set.map(({ one }) => one);
	}
}

/** What guessing by looks would make of a choice. */
export interface Looks {
	stem: string;
	key: string;
	tally: Tally;
}

/**
 * Chooses wrong options, three where possible and two at least, so that the set has no flaw. Candidates come nearest
 * first; for ordered values the place of the key comes from choosing distractors by rank. Of all sets without flaw that
 * one is taken which keeps guessing by looks nearest to chance, or the first. The choice depends on nothing but the
 * name, the candidates and the tally. Undefined when no set is free of flaws.
 */
export function choose<T>(
	name: string,
	keyOrder: number | undefined,
	candidates: Candidate<T>[],
	flawless: (set: Candidate<T>[]) => boolean,
	looks?: Looks
): Candidate<T>[] | undefined {
	for (const count of [3, 2]) {
		const sets =
			keyOrder === undefined
				? shuffledSets(candidates, count, name)
				: orderedSets(keyOrder, candidates, count, `${hash(name)}`);
		const found = looks
			? looks.tally.pick([...sets].filter(flawless).map((set) => offer(set, keyOrder, looks)))?.set
			: sets.find(flawless);
		if (found) return found;
	}
	return undefined;
}

/** A set as a guesser would see it. */
function offer<T>(set: Candidate<T>[], keyOrder: number | undefined, { stem, key }: Looks) {
	const below = set.filter(({ order = 0 }) => keyOrder !== undefined && order < keyOrder);
	const above = set.filter((one) => !below.includes(one));
	const texts = (list: Candidate<T>[]) => list.map(({ text }) => text);
	return {
		set,
		stem,
		options: [...texts(below), key, ...texts(above)],
		key: below.length,
		ordered: keyOrder !== undefined
	};
}
