import anyAscii from 'any-ascii';
import distance from 'damerau-levenshtein';
import { remembered } from './remembered.ts';

/** Names as they are typed: which spellings are one, and how many slips of the hand lie between two. */

/** The letters a to z and figures of a text in any script; accents, signs, spaces and articles left out. */
const letters = (text: string): string =>
	anyAscii(text.normalize('NFC'))
		.toLowerCase()
		.replace(/\b(?:the|an?)\b(?=.*[a-z0-9])/g, ' ')
		.replace(/[^a-z0-9]/g, '');

/** Latin letters of the region by their sound, where without their accent they would be read otherwise. */
const sounds: Record<string, string> = { ş: 'sh', š: 'sh', ç: 'ch', č: 'ch', ž: 'zh', ə: 'a' };

const sounded = (text: string): string =>
	letters(text.toLowerCase().replace(/[şšçčžə]/g, (letter) => sounds[letter] ?? letter));

/**
 * What the usual transliterations write in several ways, each brought to one letter, in this order. Capitals are sounds
 * that take two letters or more: J as in "Jeremy", C as in "church", S as in "ship", K for k, q, g, kh, gh; a also stands
 * for e and the ə between them.
 */
const usages: [RegExp, string][] = [
	[/dzh|dj|zh/g, 'J'],
	[/shch|tsch|tch/g, 'C'],
	[/sch|sh/g, 'S'],
	[/ch/g, 'C'],
	[/tz/g, 'ts'],
	[/kh|gh|x/g, 'K'],
	[/ck|[kqg]/g, 'K'],
	[/ph/g, 'f'],
	[/ou|oo|ow(?=[JCSKb-df-hj-np-tv-z])/g, 'u'],
	[/[yi]+/g, 'i'],
	[/ie|e/g, 'a'],
	[/w/g, 'v'],
	[/ff?$/, 'v'],
	[/(.)\1+/g, '$1']
];

const bySound = (text: string): string =>
	usages.reduce((left, [pattern, one]) => left.replace(pattern, one), text);

/** A name by its letters, and by the sounds these may stand for: "c" is j in some spellings and k in others, "j" may be y. */
export interface Spelling {
	letters: string;
	sounds: ReadonlySet<string>;
}

export const spellingOf = remembered((text): Spelling => {
	const readings = [letters(text), sounded(text)];
	const heard = readings.flatMap((one) =>
		['J', 'K'].flatMap((c) =>
			['J', 'i'].map((j) => one.replace(/c(?!h|k)/g, c).replace(/(?<!d)j/g, j))
		)
	);
	return { letters: letters(text), sounds: new Set(heard.map(bySound)) };
});

/** Optimal string alignment: letters changed, left out, put in, or swapped with the next. */
const slips = (a: string, b: string): number =>
	Math.abs(a.length - b.length) > farthest ? Infinity : distance(a, b).steps;
const farthest = 4;

/**
 * How many slips lie between two spellings: none between usual transliterations of one name; else slips in the letters,
 * or in the sounds, where each counts for two letters at most. Infinity where they have nothing to do with each other, or
 * where there are more than `most`: whoever asks whether names are near need not know how far others are.
 */
export function slipsBetween(a: Spelling, b: Spelling, most = Infinity): number {
	if (a.letters === b.letters || [...a.sounds].some((one) => b.sounds.has(one))) return 0;
	if (most < 1) return Infinity;
	const written = slips(a.letters, b.letters);
	const least = Math.max(1, Math.ceil(written / 2));
	if (least > most) return Infinity;
	let heard = Infinity;
	for (const mine of a.sounds)
		for (const theirs of b.sounds) if (heard > least) heard = Math.min(heard, slips(mine, theirs));
	return Math.min(written, Math.max(heard, least));
}

/** How many slips of the hand a name forgives: none in up to four letters, one from five on, two from ten on. */
export const forgivenSlips = ({ letters }: Spelling): number =>
	letters.length < 5 ? 0 : letters.length < 10 ? 1 : 2;
