import type { EntityKind } from '../facts/schema.ts';
import type { Index } from '../facts/pack.ts';
import { tellingWords } from './flaws/telling.ts';

/** Words that place an event within a course of things: who reads them in one name knows where another one belongs. */
const staging =
	/\b(?:begin\w*|start\w*|outbreak|opening|launch\w*|creat\w+|deci[ds]\w+|dispatch|end|ends|ended|ending|clos\w+|since|before|after|first|second|third|fourth|fifth|sixth|last\w*|final|ratif\w+|renew\w*|amend\w*|force|detention|verdict|trial|confirm\w+|initiall\w+|return\w*|suspen\w+|results?|leaving|withdrawal)\b/i;
/** What follows names another event, or the time of one. */
const relating = /\b(?:before|after|since|during|ended|in)\b(.*)$/i;

/** Names of states, places and peoples relate nothing to each other. */
const settings: readonly EntityKind[] = ['state', 'place', 'group'];
/** A word that no more names than these share is about one thing. */
const rarely = 4;
/** A word that no more names than these share is about one course of things. */
const seldom = 6;

interface Words {
	name: string;
	all: Set<string>;
	pairs: Set<string>;
	related: string[];
	stages: boolean;
}

function wordsOf(name: string): Words {
	const all = [...tellingWords(name)];
	return {
		name,
		all: new Set(all),
		pairs: new Set(all.slice(1).map((word, i) => `${all[i]} ${word}`)),
		related: [...tellingWords(relating.exec(name)?.[1] ?? '')],
		stages: staging.test(name)
	};
}

/** Every word of the names of places, states and peoples, as pairs too. */
function settingWords({ pack }: Index): { words: Set<string>; pairs: Set<string> } {
	const names = pack.entities
		.filter(({ kind }) => settings.includes(kind))
		.flatMap(({ name, adjectives, aliases }) => [name, ...adjectives, ...aliases]);
	return {
		words: new Set(names.flatMap((name) => [...tellingWords(name)])),
		pairs: new Set(names.flatMap((name) => [...wordsOf(name).pairs]))
	};
}

/** How many of the names have each word. */
function usesOf(words: Iterable<Iterable<string>>): Map<string, number> {
	const uses = new Map<string, number>();
	for (const all of words) for (const word of all) uses.set(word, (uses.get(word) ?? 0) + 1);
	return uses;
}

/** Judges whether two names are about one thing, as far as they tell: they share a word that not many have. */
export function alikeNames(names: readonly string[]): (a: string, b: string) => boolean {
	const all = names.map((name) => [name, tellingWords(name)] as const);
	const uses = usesOf(all.map(([, words]) => words));
	const isRare = (word: string) => (uses.get(word) ?? 0) <= seldom;
	const rare = new Map(all.map(([name, words]) => [name, new Set([...words].filter(isRare))]));
	const none = new Set<string>();
	return (a, b) => !(rare.get(a) ?? none).isDisjointFrom(rare.get(b) ?? none);
}

/**
 * Judges whether two names of events tell by themselves which event was first, or that one is a part of the other:
 * "the signing of the treaty" and "the ratification of the treaty", "the truce during the war" and "the end of the war".
 */
export function relatedNames(
	names: readonly string[],
	index: Index
): (a: string, b: string) => boolean {
	const setting = settingWords(index);
	const known = new Map(names.map((name) => [name, wordsOf(name)]));
	const uses = usesOf([...known.values()].map(({ all }) => all));
	const isOwn = (word: string) => !setting.words.has(word) && (uses.get(word) ?? 0) <= rarely;
	const words = (name: string) => known.get(name) ?? wordsOf(name);
	const points = (from: Words, to: Words) =>
		from.related.some((word) => to.all.has(word) && !setting.words.has(word));
	const judge = (one: Words, other: Words): boolean => {
		const isStaged = one.stages || other.stages;
		const [there, back] = [points(one, other), points(other, one)];
		if (there !== back) return true;
		if (there || !isStaged) return there && isStaged;
		const shared = one.all.intersection(other.all).values();
		const pairs = one.pairs.intersection(other.pairs).values();
		return shared.some(isOwn) || pairs.some((pair) => !setting.pairs.has(pair));
	};
	// The same pairs are asked for by many writers.
	const judged = new Map<string, Map<string, boolean>>();
	return (a, b) => {
		const [first, second] = a < b ? [a, b] : [b, a];
		const answers = judged.get(first) ?? new Map<string, boolean>();
		judged.set(first, answers);
		const answer = answers.get(second) ?? judge(words(a), words(b));
		answers.set(second, answer);
		return answer;
	};
}
