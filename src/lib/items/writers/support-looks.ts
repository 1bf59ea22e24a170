import { monthNames } from '../../facts/dates.ts';
import { remembered } from '../../facts/remembered.ts';
import type { Source } from '../../facts/schema.ts';
import { tellingWords } from '../flaws/telling.ts';
import type { Row } from './support-row.ts';

/** A row with what of it meets the eye of somebody who guesses. */
export type SeenRow = Row & { words: number; signs: readonly boolean[] };

/** Signs by which a guess could go: a year, a figure, a speaker; and, last, a word of the report's title. */
const signs = [/\b\d{4}\b/, /\d/, /\b(?:said|called|put|told|reported|announced|asked)\b/];

/** Letters of a word with the space after it. */
const perWord = 6;

/** What of a row of a report meets the eye. */
export function seen(row: Row, { title }: Source): SeenRow {
	const named = tellingWords(title);
	const telling = [...tellingWords(row.text)];
	return {
		...row,
		words: row.text.length / perWord,
		signs: [...signs.map((sign) => sign.test(row.text)), telling.some((one) => named.has(one))]
	};
}

const ordinals = /\b(?:first|second|third|fourth|fifth|sixth)\b/gi;

/** The numbers, ordinals and months that a text names. */
const figuresIn = (text: string): string[] => {
	const plain = text.replace(/(\d),(?=\d)/g, '$1');
	return [
		...(plain.match(/\d+/g) ?? []),
		...(plain.match(ordinals) ?? []).map((one) => one.toLowerCase()),
		...monthNames.filter((month) => plain.includes(month))
	];
};

/** Many statements are held against one digest. */
const figures = remembered((text) => new Set(figuresIn(text)));

/** Whether every number, ordinal and month of a text stands in what is shown. */
export const showsFigures = (text: string, shown: string): boolean => {
	const here = figures(shown);
	return figuresIn(text).every((figure) => here.has(figure));
};

/** A day or a month of a year, unless it is part of a name: "the statement of November 2020". */
const dated = new RegExp(`(?<!\\bof (?:\\d+ )?)\\b(${monthNames.join('|')}) \\d{4}\\b`, 'g');
/** The year in which somebody wrote or said something. */
const saidIn = /\b(wrote|said|reported) in \d{4}\b/g;
const anyYear = /\b(?:1[89]|20)\d\d\b/g;

/** Days of the report's own year without the year, as the report itself would say them: a year must not mark a verdict. */
export function inItsYear(text: string, { published, called }: Source): string {
	const own = published.slice(0, 4);
	const years: string[] = text.match(anyYear) ?? [];
	const isTold = called.includes(own) && years.every((year) => year === own);
	return isTold ? text.replace(dated, '$1').replace(saidIn, '$1') : text;
}
