import type { Checker, Checkers } from './checker.ts';
import { soleKey, type Judged } from './judged.ts';
import { echoes, keyIsOdd, keyIsLongest } from './options.ts';
import { normal, valueOf, wordsOf } from './text.ts';

/** Flaws by which those who know nothing find the key. */

/** With several keys: the shortest of them stands out by its length. */
const longestIsKey: Checker = ({ keys, distractors }) => {
	const [shortest = ''] = [...keys].sort((a, b) => a.length - b.length);
	return keys.length > 0 && distractors.length > 0 && keyIsLongest(shortest, distractors)
		? `the key "${shortest}" is at least 1.3 times as long as every other option`
		: undefined;
};

/** Words that stand in the stem and in keys only; in a matching row and its own option only; in the stem and in what is to be typed. */
const repeatedWord: Checker = ({ stem, keys, distractors, rows, options, typed }) => {
	const inKeys = keys.length > 0 ? echoes(stem, keys.join(' '), distractors) : [];
	const inRows = rows.flatMap(({ text, key }) =>
		options.includes(key)
			? echoes(
					text,
					key,
					options.filter((option) => option !== key)
				)
			: []
	);
	const value = typed === undefined ? undefined : typed.split('-')[0];
	const inTyped =
		value !== undefined && value.length > 1 && !rows.length
			? [...wordsOf(stem)].filter((word) => wordsOf(value).has(word))
			: [];
	const [word] = [...inKeys, ...inRows, ...inTyped];
	return word === undefined
		? undefined
		: `"${word}" stands in the question and in its key, but in no other option`;
};

/** Options as sets of words, without those that all have: they tell nothing. */
function informative(options: readonly string[]): Set<string>[] {
	const words = options.map((text) => wordsOf(text));
	return words.map(
		(own) => new Set([...own].filter((word) => words.some((other) => !other.has(word))))
	);
}

/**
 * Convergence: test writers vary the key to make distractors, so that its parts come up most often. The key is all made of
 * words of other options, one of one and another of another, and no distractor is tied to as many options.
 */
const convergenceCue: Checker = (item) => {
	const key = soleKey(item);
	if (key === undefined || item.options.every((text) => valueOf(text))) return undefined;
	const sets = informative(item.options);
	const own = item.options.indexOf(key);
	const partners = (at: number) =>
		sets.map((other, i) =>
			i === at ? [] : [...other].filter((word) => sets[at]?.has(word)).sort()
		);
	const ties = (at: number) => partners(at).filter(({ length }) => length > 0);
	const shared = new Set(ties(own).map((words) => words.join(' ')));
	const others = item.options.flatMap((_, at) => (at === own ? [] : [ties(at).length]));
	const elsewhere = new Set(partners(own).flat());
	if ([...(sets[own] ?? [])].some((word) => !elsewhere.has(word))) return undefined;
	return shared.size >= 2 && ties(own).length > Math.max(...others)
		? `the parts of the key "${key}" come up in more options than those of any other`
		: undefined;
};

const features: [name: string, pattern: RegExp][] = [
	['a quotation', /[“”"]/],
	['a dash', /\s[–—]\s|:/],
	['a condition', /\b(?:if|unless|provided|depending|because|so that|although)\b/i]
];
const pairs = [
	...[
		'more less',
		'increase decrease',
		'increased decreased',
		'rise fall',
		'rose fell',
		'won lost'
	],
	...[
		'accept reject',
		'accepted rejected',
		'before after',
		'north south',
		'east west',
		'with without'
	],
	...[
		'support oppose',
		'supported opposed',
		'higher lower',
		'larger smaller',
		'faster slower',
		'first last'
	],
	...[
		'began ended',
		'joined left',
		'strengthened weakened',
		'legal illegal',
		'for against',
		'up down'
	],
	...[
		'agreed refused',
		'allowed forbade',
		'opened closed',
		'gained lost',
		'positive negative',
		'raised lowered'
	]
].map((pair) => pair.split(' '));

/** Whether two texts differ only in that one says the opposite of the other. */
function opposed(a: string, b: string): boolean {
	const strip = (text: string) =>
		normal(text)
			.replace(/\b(?:not|did not|does not|never|no) ?/g, '')
			.replace(/\s+/g, ' ')
			.trim();
	const negative = (text: string) => /\b(?:not|never|no)\b|n[’']t\b/i.test(text);
	if (strip(a) === strip(b) && negative(a) !== negative(b)) return true;
	const [x, y] = [normal(a).split(' '), normal(b).split(' ')];
	const differing = x.flatMap((word, i) => (word === y[i] ? [] : [[word, y[i] ?? ''].sort()]));
	return (
		x.length === y.length &&
		differing.length === 1 &&
		pairs.some((pair) => [...pair].sort().join() === differing[0]?.join())
	);
}

function oddFeature(key: string, { distractors }: Judged): string | undefined {
	if (keyIsOdd(key, distractors)) return 'digits, a slash or brackets';
	return features.find(([, pattern]) =>
		distractors.every((text) => pattern.test(text) !== pattern.test(key))
	)?.[0];
}

/** The key alone looks different; one distractor is its opposite while the others are not; two distractors say the same. */
const logicalCue: Checker = (item) => {
	const { distractors } = item;
	const said = distractors.map(normal);
	const same = said.findIndex((text, i) => said.indexOf(text) !== i);
	if (same >= 0)
		return `two wrong options say the same, "${distractors[same]}", so that neither can be right`;
	const key = soleKey(item);
	if (key === undefined) return undefined;
	const odd = oddFeature(key, item);
	if (odd !== undefined) return `the key "${key}" is the only option with, or without, ${odd}`;
	const against = distractors.filter((text) => opposed(key, text));
	const opposites = distractors.filter((text, i) =>
		distractors.some((other, j) => i !== j && opposed(text, other))
	);
	return against.length === 1 && opposites.length === 0
		? `"${key}" and "${against[0]}" are opposites: one of them must be right`
		: undefined;
};

export const cueCheckers = {
	'longest-is-key': longestIsKey,
	'repeated-word': repeatedWord,
	'convergence-cue': convergenceCue,
	'logical-cue': logicalCue
};
