import type { Index } from './pack.ts';
import { partyOf, pointsOf, type Point } from './positions.ts';
import type { Fact, Module } from './schema.ts';

/** The least and the greatest share of the words on a disputed point that one position may have. */
export const fairShare = { least: 0.45, most: 0.55 } as const;

/** One position on a disputed point, by its length. */
export interface Weighed {
	side: string | undefined;
	speakers: string[];
	facts: Fact[];
	/** Words of its statements together. */
	words: number;
	/** Of the words of all positions on the point, from 0 to 1. */
	share: number;
}

export interface WeighedPoint {
	id: string;
	positions: Weighed[];
	muddled: Fact[];
	/** Two positions, each with a fair share. */
	even: boolean;
}

/** How often a party speaks: statements that rest on its word alone, and statements on disputed points. */
export interface Voice {
	name: string;
	attributed: number;
	contested: number;
}

/** A side's words on the disputed points that it takes part in, and what share of those points' words they are. */
export interface SideWords {
	side: string;
	name: string;
	points: number;
	words: number;
	share: number;
	even: boolean;
}

/** How the parties are represented among some facts: those of a module, or all. */
export interface Balance {
	facts: number;
	/** One for each side, in the order of the sourcebook. */
	sides: Voice[];
	/** Everyone else, by state or by name, the most frequent first. */
	others: Voice[];
	points: WeighedPoint[];
	sideWords: SideWords[];
	/** Every source, with the number of these facts that it carries, the most first. */
	sources: { id: string; facts: number }[];
}

/** Words of a statement; a stroke between two names is none. */
export const countWords = (text: string): number =>
	text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
const fair = (share: number): boolean => share >= fairShare.least && share <= fairShare.most;

function weigh({ id, positions, muddled }: Point): WeighedPoint {
	const words = positions.map(({ facts }) => sum(facts.map((fact) => countWords(fact.statement))));
	const total = sum(words);
	const weighed = positions.map((position, at) => {
		const own = words[at] ?? 0;
		return { ...position, words: own, share: own / total };
	});
	const even =
		weighed.length === 2 && muddled.length === 0 && weighed.every(({ share }) => fair(share));
	return { id, positions: weighed, muddled, even };
}

/** Counts a party's statements by standing. */
function voicesOf(facts: readonly Fact[], index: Index): Pick<Balance, 'sides' | 'others'> {
	const voices = new Map<string, Voice>();
	for (const { name } of index.pack.sourcebook.sides)
		voices.set(name, { name, attributed: 0, contested: 0 });
	const sides = [...voices.values()];
	for (const fact of facts) {
		const { standing } = fact;
		const name = partyOf(fact, index);
		if (standing === 'established' || name === undefined) continue;
		const voice = voices.get(name) ?? { name, attributed: 0, contested: 0 };
		voice[standing]++;
		voices.set(name, voice);
	}
	const others = [...voices.values()]
		.filter((voice) => !sides.includes(voice))
		.sort((a, b) => statements(b) - statements(a) || a.name.localeCompare(b.name, 'en'));
	return { sides, others };
}

/** All statements of a party that rest on its word. */
export const statements = ({ attributed, contested }: Voice): number => attributed + contested;

function sideWordsOf(points: readonly WeighedPoint[], index: Index): SideWords[] {
	return index.pack.sourcebook.sides.flatMap(({ id, name }) => {
		const own = points.filter(({ positions }) => positions.some(({ side }) => side === id));
		if (own.length === 0) return [];
		const positions = own.flatMap((point) => point.positions);
		const words = sum(positions.filter(({ side }) => side === id).map((one) => one.words));
		const share = words / sum(positions.map((one) => one.words));
		return [{ side: id, name, points: own.length, words, share, even: fair(share) }];
	});
}

function sourcesOf(facts: readonly Fact[], index: Index): Balance['sources'] {
	const wanted = new Set(facts);
	return index.pack.sources
		.map(({ id }) => ({
			id,
			facts: (index.factsBySource.get(id) ?? []).filter((fact) => wanted.has(fact)).length
		}))
		.filter(({ facts }) => facts > 0)
		.sort((a, b) => b.facts - a.facts || a.id.localeCompare(b.id, 'en'));
}

/** How the parties are represented in a module, or in the whole pack when none is named. */
export function balanceOf(index: Index, module?: Module): Balance {
	const topics = module?.blueprint.topics;
	const within = ({ topic }: Fact) => !topics || topics.includes(topic);
	const facts = index.pack.facts.filter(within);
	const points = pointsOf(index)
		.filter(({ positions }) => positions.some((position) => position.facts.some(within)))
		.map(weigh);
	return {
		facts: facts.length,
		...voicesOf(facts, index),
		points,
		sideWords: sideWordsOf(points, index),
		sources: sourcesOf(facts, index)
	};
}
