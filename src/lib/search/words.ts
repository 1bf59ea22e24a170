import { joint } from '#lib/facts/pairs.ts';
import { spellingOf } from '#lib/facts/spelling.ts';
import { fold } from '#lib/facts/words.ts';
import type { Stretch } from './entry.ts';

/** A word, or a number with the commas or fixed spaces between its thousands. */
const wordPattern = /\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?!\d)|[\p{L}\p{N}]+/gu;

/** Words that stand everywhere and find nothing. */
const common = new Set(
	'a an and are as at be by did do does for from had has have how in is it of on or s that the their to was were what when where which who why with'.split(
		' '
	)
);

export const wordsIn = (text: string): string[] => text.match(wordPattern) ?? [];

/** A word as it is compared: without accents and case, a number in its digits. */
const termOf = (word: string): string =>
	/^\d/.test(word) ? word.replace(/[^\p{L}\p{N}]/gu, '') : fold(word);

const sounding = /^\p{Lu}|\P{ASCII}/u;
const least = 4;
const heard = new Map<string, string[]>();

/** How a name sounds, whatever its spelling and script: "Şule", "Shule" and "Шуле" are one. Marked, for no word is so written. */
export function soundsOf(word: string): string[] {
	let sounds = heard.get(word);
	if (!sounds) {
		const spelling = spellingOf(word);
		const isName = spelling.letters.length >= least && !/\d/.test(word);
		sounds = isName ? [...spelling.sounds].map((sound) => `~${sound}`) : [];
		heard.set(word, sounds);
	}
	return sounds;
}

/** Whether a word is of a spelling or script that English does not have. */
export const isForeign = (word: string): boolean => /\P{ASCII}/u.test(word);

/** A word as the index has it; null when it is too common to be searched for. */
export function indexed(word: string): string | null {
	const term = termOf(word);
	return common.has(term) ? null : term;
}

/** Everything by which a word of a text can be found: as it is written and, if it may be a name, as it sounds. */
export function termsOf(word: string): string[] {
	const term = indexed(word);
	if (term === null) return [];
	return sounding.test(word) ? [term, ...soundsOf(word)] : [term];
}

const isFound = (word: string, found: ReadonlySet<string>): boolean =>
	termsOf(word).some((term) => found.has(term));

/** Words that a stroke joins: the two names of a place are one name. */
const one = `(?:${wordPattern.source})`;
const joinedPattern = new RegExp(`${one}(?:${joint}${one})*`, wordPattern.flags);

/** Cuts a text into what was found and what wasn't; `found` are words as the index has them. */
export function stretchesOf(text: string, found: ReadonlySet<string>): Stretch[] {
	const stretches: Stretch[] = [];
	let end = 0;
	for (const { 0: name, index } of text.matchAll(joinedPattern)) {
		if (!name.split(joint).some((word) => isFound(word, found))) continue;
		if (index > end) stretches.push({ text: text.slice(end, index), hit: false });
		stretches.push({ text: name, hit: true });
		end = index + name.length;
	}
	if (end < text.length) stretches.push({ text: text.slice(end), hit: false });
	return stretches;
}

const before = 60; // characters before the first word found
const longest = 200;

/** The part of a text around the first word found, at most some 200 characters, cut between words. */
export function contextOf(text: string, found: ReadonlySet<string>): string {
	if (text.length <= longest) return text;
	const first = [...text.matchAll(wordPattern)].find(([word]) => isFound(word, found))?.index ?? 0;
	const from = first <= before ? 0 : text.indexOf(' ', first - before) + 1;
	const to = text.length - from <= longest ? text.length : text.lastIndexOf(' ', from + longest);
	return `${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`;
}
