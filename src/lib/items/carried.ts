import { remembered } from '../facts/remembered.ts';

/** Words that carry nothing by themselves: little ones, and those by which statements are told. */
const empty = new Set(
	(
		'a an and are as at be been being but by did for from had has have her his in into is it its not of on or out own ' +
		'said so that the their them there they this those to took up was were which while who with would ' +
		'about called decided number place put'
	).split(' ')
);

/** Endings don't matter: "soldiers" and "soldier", "released" and "release". */
const stemLength = 5;

/** The words of a text that say something, each by its beginning. */
function tellingWords(text: string): string[] {
	const plain = text.toLowerCase().replace(/(\d),(?=\d)/g, '$1');
	const words: string[] = plain.match(/[\p{L}\p{N}]+/gu) ?? [];
	return words
		.filter((word) => word.length > 1 && !empty.has(word))
		.map((word) => word.slice(0, stemLength));
}

/** Many statements are held against one digest, and each against other statements. */
const wordsOf = remembered(tellingWords);
const wordsIn = remembered((text) => new Set(wordsOf(text)));

/** What share of the words of a text another one lacks. */
export function shareAbsent(text: string, shown: string): number {
	const here = wordsIn(shown);
	const words = wordsOf(text);
	return words.filter((word) => !here.has(word)).length / Math.max(1, words.length);
}
