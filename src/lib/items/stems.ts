import { remembered } from '../facts/remembered.ts';
import { fold } from '../facts/words.ts';

const empty = new Set(
	(
		'a an and are as at be been being but by did do does for from had has have her his how in into is it its many not of on ' +
		'or over so than that the their them there these they this those to under up was were what when where which while ' +
		'who whom with would'
	).split(' ')
);
const figures = [
	'no',
	'one',
	'two',
	'three',
	'four',
	'five',
	'six',
	'seven',
	'eight',
	'nine',
	'ten'
];
const digits = new Map(figures.slice(1).map((word, at) => [word, String(at + 1)]));

/** "signed" and "signing", "France" and "French": so many letters tell words apart, and endings don't matter. */
const length = 4;
const word = /\p{N}+(?:[.,]\p{N}+)*|\p{L}+/gu;

/** The words of a text that say something, each by its beginning; numbers whole, in figures. */
export const stemsOf = remembered((text): ReadonlySet<string> => {
	const words: string[] = fold(text).match(word) ?? [];
	return new Set(
		words
			.filter((one) => !empty.has(one))
			.map((one) =>
				/^\p{N}/u.test(one) ? one.replace(/,/g, '') : (digits.get(one) ?? one.slice(0, length))
			)
	);
});
