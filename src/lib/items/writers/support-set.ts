import { shareAbsent } from '../carried.ts';
import { hash } from '../hash.ts';
import type { Verdict } from '../item.ts';
import type { SeenRow } from './support-looks.ts';
import type { Row } from './support-row.ts';

/** A set that is further from how it should look, in words, is left out. */
const farthest = 64;
/** Wrong statements are at hand in plenty: each weighs as much as so many words. */
const plenty = 1;

export const nameOf = ({ key, fact, text }: Row): string =>
	key === 'contradicted' ? `${key} ${text}` : `${key} ${fact.id}`;

/** Of each sign of a row: it weighs as much as so many words, and is wanted in one of so many rows. */
const signs = [
	{ weight: 4, oneIn: 4 },
	{ weight: 8, oneIn: 1 },
	{ weight: 3, oneIn: 4 },
	{ weight: 6, oneIn: 3 }
];
/** Words of a row: from so many on, one of so many lengths. */
const leastWords = 10;
const lengths = 9;
/** What a report says is told at length, and what careless readers make of it in brief: so many words are made up for. */
const longer: Record<Verdict, number> = { supported: 3, contradicted: -2, 'not-stated': 1 };

/** Which of the lengths a place should have, from 0 up to 1. */
const lengthOf = (drawn: number): number => (drawn % 97) / 97;

/**
 * How far a row is, in words, from the look that is wanted in a place: the same for every verdict, so that neither length
 * nor figures nor a speaker nor the title tells which it is. @param drawn what draws the look of the place
 */
function distance(row: SeenRow, drawn: number): number {
	const wanted = leastWords + Math.floor(lengthOf(drawn) * lengths);
	return signs.reduce(
		(far, { weight, oneIn }, at) => {
			const isWanted = (drawn >>> (8 + 4 * at)) % oneIn === 0;
			return far + (row.signs[at] === isWanted ? 0 : weight);
		},
		Math.abs(row.words + longer[row.key] - wanted)
	);
}

/** A row in a place: how far it is from what is wanted there, and how long it should be beside the others. */
interface Placed {
	row: SeenRow;
	away: number;
	length: number;
}

/** So many rows of a verdict are tried in a place. */
const tried = 6;
/** Verdicts whose lengths all stand the other way round than wanted weigh as much as so many words. */
const turned = 24;
/** Of two statements in nearly the same words the second asks nothing new. */
const leastNew = 0.3;

const goTogether = (row: Row, other: Row): boolean =>
	row.fact.id !== other.fact.id &&
	(!row.fact.about || row.fact.about !== other.fact.about) &&
	(row.key !== other.key || shareAbsent(row.text, other.text) >= leastNew);

/** How far a set of rows is from what is wanted, in words: no verdict may be told by being the longest or the shortest. */
function lack(set: readonly Placed[]): number {
	const pairs = set
		.flatMap((one, at) => set.slice(at + 1).map((other) => ({ one, other })))
		.filter(({ one, other }) => one.row.key !== other.row.key);
	const wrong = pairs.filter(
		({ one, other }) => (one.row.words - other.row.words) * (one.length - other.length) < 0
	);
	const contradicted = set.filter(({ row }) => row.key === 'contradicted');
	const far = set.reduce((sum, { away }) => sum + away, 0);
	return far + (turned * wrong.length) / pairs.length + plenty * contradicted.length;
}

/** Unused rows for a pattern, no two on one fact or one point; undefined when the pools don't have them. */
export function fill(
	pattern: readonly Verdict[],
	pools: Record<Verdict, SeenRow[]>,
	used: ReadonlySet<string>,
	name: string
): { rows: [Row, ...Row[]]; far: number } | undefined {
	const places = pattern.map((verdict, at) => {
		const drawn = hash(`${name}/${at}`);
		return pools[verdict]
			.filter((row) => !used.has(nameOf(row)))
			.map((row): Placed => ({ row, away: distance(row, drawn), length: lengthOf(drawn) }))
			.sort((a, b) => a.away - b.away)
			.slice(0, tried);
	});
	const sets = places.reduce<Placed[][]>(
		(begun, place) =>
			begun.flatMap((set) =>
				place
					.filter(({ row }) => set.every((other) => goTogether(row, other.row)))
					.map((one) => [...set, one])
			),
		[[]]
	);
	let best: { set: Placed[]; far: number } | undefined;
	for (const set of sets) {
		const far = lack(set);
		if (far <= (best?.far ?? farthest)) best = { set, far };
	}
	const [first, ...rest] = best?.set.map(({ row }) => row) ?? [];
	return best && first && { rows: [first, ...rest], far: best.far };
}
