import type { Checker } from './checker.ts';
import { soleKey } from './judged.ts';
import { valueOf } from './text.ts';

/** Forms by which an option can stand out. The strong ones may not be mixed at all: they don't follow from the same stem. */
const strong: [name: string, form: (text: string) => string][] = [
	['"to …"', (text) => String(/^to (?!the\b)\p{Ll}/iu.test(text))],
	['"that …"', (text) => String(/^that\b/i.test(text))],
	[
		'a preposition',
		(text) =>
			String(
				/^(?:in|on|at|by|from|with|for|under|during|after|before|between|because)\b/i.test(text)
			)
	],
	['"-ing"', (text) => String(/^\p{L}{2,}ing\b(?! of)/iu.test(text))],
	[
		'a verb',
		(text) => String(/^(?:is|are|was|were|has|have|had|did|does|it|they) \p{Ll}/iu.test(text))
	]
];
const weak: [name: string, form: (text: string) => string][] = [
	['a small or a capital first letter', (text) => String(/^\p{Ll}/u.test(text))],
	['a full stop at the end', (text) => String(/[^.]\.$/.test(text))],
	['"a" or "an"', (text) => String(/^an? /i.test(text))]
];
const vowel = /^(?:[aeio]|u(?!ni|se|sa|k\b)|(?:8|11|18)(?!\d)|hour|heir|honest|honou?r)/i;

/** Whether an option goes with the article or the verb that stands right before its place in the stem. */
function fits(stem: string): ((option: string) => boolean) | undefined {
	const before = /\b(an?)(?: _+.*| ?[:…]| \.\.\.)?$/i.exec(stem.trim())?.[1]?.toLowerCase();
	if (before === undefined) return undefined;
	return (option) => vowel.test(option.trim()) === (before === 'an');
}

/** Whether the stem asks for several things: "Which states …", "Who were …". */
function wantsMany(stem: string): boolean {
	if (/^(?:who|what) (?:were|are)\b/i.test(stem)) return true;
	const [, noun = ''] =
		/^(?:in |on |at |by )?(?:which|what) (?:two |three )?(\p{L}+)\b/iu.exec(stem) ?? [];
	return /[^su]s$/.test(noun) && !/^(?:does|was|is|has|series|news|species)$/.test(noun);
}

/** Whether an option names several: joined by "and", or a noun in the plural at its head. */
function isMany(text: string): boolean {
	if (/\p{L} and \p{L}|^(?:both|the two|two|three|several) /iu.test(text)) return true;
	const [head = ''] = text.split(/ (?:of|in|from|on|with|for|to|by|at)\b/);
	const words = head.split(' ');
	const noun = words.at(-1) ?? '';
	return /^\p{Ll}+[^sui]s$/u.test(words.length > 1 ? noun : noun.toLowerCase());
}

/** The stem asks for several, and the key alone names several. */
function numberTells(stem: string, key: string, distractors: readonly string[]): boolean {
	if (!wantsMany(stem) || !isMany(key)) return false;
	return distractors.every((text) => !isMany(text) && !valueOf(text));
}

/**
 * The stem's "a" or "an" goes with the key and not with all the others; the options are of different make ("to send …"
 * beside "the sending …"); the stem asks for several, and the key alone names several; or the key alone has or lacks a form
 * that all others share.
 */
export const grammaticalCue: Checker = (item) => {
	const { stem, options, rows } = item;
	const key = soleKey(item);
	const fit = fits(stem);
	if (fit && item.keys.every(fit) && !item.distractors.every(fit))
		return 'the article at the end of the stem goes with the key but not with every option';
	if (rows.length > 0 || options.length < 2) return undefined;
	const mixed = strong.find(
		([, form]) => new Set(options.filter((text) => !valueOf(text)).map(form)).size > 1
	);
	if (mixed) return `some options begin with ${mixed[0]} and some do not: give all the same form`;
	if (key !== undefined && numberTells(stem, key, item.distractors))
		return `the stem asks for several, and the key "${key}" alone names several`;
	const odd =
		key === undefined
			? undefined
			: weak.find(([, form]) => item.distractors.every((text) => form(text) !== form(key)));
	return odd ? `the key "${key}" is the only option with, or without, ${odd[0]}` : undefined;
};
