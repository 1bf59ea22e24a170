/** Words as a reader looks for them: without regard to case, accents and the sort of an apostrophe. */

/** Letters that do not come apart into a letter and an accent. */
const letters: Record<string, string> = {
	ı: 'i',
	ø: 'o',
	ł: 'l',
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	ə: 'a',
	đ: 'd'
};

/** One spelling for comparing and searching: lower case, no accents, straight apostrophes. */
export const fold = (text: string): string =>
	text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[’‘ʼ]/g, "'")
		.replace(/[ıøłßæœəđ]/g, (letter) => letters[letter] ?? letter);

const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Matches any of the words as a whole: not within another word. The longest wins. */
export function wholeWord(words: readonly string[], flags = 'u'): RegExp {
	const any = [...words]
		.sort((a, b) => b.length - a.length)
		.map(escapePattern)
		.join('|');
	return new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, flags);
}
