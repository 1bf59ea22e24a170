import type { Checker } from './checker.ts';
import { converges } from './convergence.ts';
import { soleKey } from './judged.ts';
import { echoes, keyIsLongest } from './options.ts';
import { wordsOf } from './text.ts';

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

/** The gaps of a timeline share their bounds by their nature, whichever is the key. */
const areGaps = (options: readonly string[]): boolean =>
	options.every((text) => /^(?:before|between|after)\b/i.test(text));

const convergenceCue: Checker = (item) => {
	const key = areGaps(item.options) ? undefined : soleKey(item);
	return key !== undefined && converges(item.options, key)
		? `the parts of the key "${key}" come up in more options than those of any other`
		: undefined;
};

export const cueCheckers = {
	'longest-is-key': longestIsKey,
	'repeated-word': repeatedWord,
	'convergence-cue': convergenceCue
};
