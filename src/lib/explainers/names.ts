import { monthNames } from '../facts/dates.ts';
import type { Pack } from '../facts/pack.ts';
import { wordsOf } from './sentences.ts';

const numberWords =
	'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions dozen dozens half first second third';

const articles = ['The', 'A', 'An', 'Of', 'In', 'On', 'For', 'And'];

/** What of a sentence has to rest on a fact: names, dates and numbers. */
export interface Naming {
	/** Whether a word is part of the name of an entity of the pack. */
	isName(word: string): boolean;
	/** The words of a sentence that are a name, date or number; empty when it makes no such claim. */
	claimsIn(sentence: string): string[];
}

/** Learns the names of a pack. */
export function namesOf({ entities, sources, sourcebook }: Pack): Naming {
	const texts = [
		...entities.flatMap(({ name, short, aliases, adjectives, names }) => [
			name,
			short ?? '',
			...aliases,
			...adjectives,
			...Object.values(names)
		]),
		...sources.map(({ short }) => short)
	];
	const capitalised = texts
		.flatMap(wordsOf)
		.filter((word) => /^\p{Lu}/u.test(word) && !articles.includes(word));
	const names = new Set(capitalised);
	const plain = (word: string) => word.replace(/[’']s?$/, '');
	const isName = (word: string) => names.has(plain(word));
	const ordinary = new Set(sourcebook['not-names']);
	const numbers = new Set(numberWords.split(' '));
	const months = new Set(monthNames);
	const isNumber = (word: string) =>
		word
			.toLowerCase()
			.split('-')
			.some((part) => numbers.has(part));
	return {
		isName,
		claimsIn: (sentence) =>
			wordsOf(sentence).filter((word, position) => {
				if (/\d/.test(word) || months.has(word) || isNumber(word)) return true;
				if (!/^\p{Lu}/u.test(word) || ordinary.has(plain(word))) return false;
				// The first word has its capital anyway: it is a claim only when the pack knows the name.
				return position > 0 || isName(word);
			})
	};
}
