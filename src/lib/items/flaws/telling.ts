import { remembered } from '../../facts/remembered.ts';

const functionWords = new Set(
	'a an the of in on at to by for from with and or was were is are did do does had has have that which who whom what how many long when where under over as into its their this these those be been not no'.split(
		' '
	)
);

const wordPattern = /[\p{L}\p{N}]+/gu;

/** The telling words of a text: lower case, without function words, a plural "s" taken off. */
export const tellingWords = remembered((text): ReadonlySet<string> => {
	const words = (text.toLowerCase().match(wordPattern) ?? []).filter(
		(word) => !functionWords.has(word)
	);
	return new Set(words.map((word) => (word.length > 3 ? word.replace(/s$/, '') : word)));
});
