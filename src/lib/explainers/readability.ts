import { syllable } from 'syllable';
import { sentencesOf, wordsOf } from './sentences.ts';

/**
 * Flesch-Kincaid grade level of prose: 0.39 × words per sentence + 11.8 × syllables per word − 15.59.
 * Names of people and places count as easy words, of one syllable, as Dale and Chall count them as familiar.
 * Sources: Kincaid, Fishburne, Rogers and Chissom, Research Branch Report 8-75, 1975;
 * Dale and Chall, A Formula for Predicting Readability, Educational Research Bulletin 27, 1948.
 *
 * @param isName whether a word is part of a name
 * @returns US school grade; NaN for a text without words
 */
export function gradeOf(paragraphs: readonly string[], isName: (word: string) => boolean): number {
	const sentences = paragraphs.flatMap(sentencesOf);
	const words = sentences.flatMap(wordsOf);
	const syllables = words.map((word) => (isName(word) || /\d/.test(word) ? 1 : syllable(word)));
	const sum = syllables.reduce((total, one) => total + one, 0);
	return 0.39 * (words.length / sentences.length) + 11.8 * (sum / words.length) - 15.59;
}
