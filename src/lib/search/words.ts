import { fold } from '#lib/facts/words.ts';
import type { Stretch } from './entry.ts';

const wordPattern = /[\p{L}\p{N}]+/gu;

/** Words that stand everywhere and find nothing. */
const common = new Set(
	'a an and are as at be by did do does for from had has have how in is it of on or s that the their to was were what when where which who why with'.split(
		' '
	)
);

export const wordsIn = (text: string): string[] => text.match(wordPattern) ?? [];

/** A word as the index has it; null when it is too common to be searched for. */
export function indexed(word: string): string | null {
	const folded = fold(word);
	return common.has(folded) ? null : folded;
}

/** Cuts a text into what was found and what wasn't; `found` are words as the index has them. */
export function stretchesOf(text: string, found: ReadonlySet<string>): Stretch[] {
	const stretches: Stretch[] = [];
	let end = 0;
	for (const { 0: word, index } of text.matchAll(wordPattern)) {
		if (!found.has(fold(word))) continue;
		if (index > end) stretches.push({ text: text.slice(end, index), hit: false });
		stretches.push({ text: word, hit: true });
		end = index + word.length;
	}
	if (end < text.length) stretches.push({ text: text.slice(end), hit: false });
	return stretches;
}

const before = 60; // characters before the first word found
const longest = 200;

/** The part of a text around the first word found, at most some 200 characters, cut between words. */
export function contextOf(text: string, found: ReadonlySet<string>): string {
	if (text.length <= longest) return text;
	const first = [...text.matchAll(wordPattern)].find(([word]) => found.has(fold(word)))?.index ?? 0;
	const from = first <= before ? 0 : text.indexOf(' ', first - before) + 1;
	const to = text.length - from <= longest ? text.length : text.lastIndexOf(' ', from + longest);
	return `${from > 0 ? '… ' : ''}${text.slice(from, to)}${to < text.length ? ' …' : ''}`;
}
