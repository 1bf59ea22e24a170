import papaparse from 'papaparse';
import { namedQuestion, answerOf } from '#lib/items/parts.ts';
import type { Library } from '../library.ts';
import { topicTitle } from '../pages/items.ts';
import { levelNames, kindNames } from '../pages/item-choice.ts';
import { answerLine, choicesIn } from './choices.ts';
import { givenIn, scoreOf, type Given, type Sat } from './sat.ts';
import { statisticsOf } from './report.ts';
import { nameOf, tally } from './tally.ts';

type Cell = string | number | null;
type Row = Record<string, Cell>;

/** What a spreadsheet takes for a formula, also after blanks and in the wide signs of Asian keyboards. */
const formula = /^[\s\0]*[=+\-@\t\r\n＝＋－＠]/u;

/**
 * Rows as CSV for spreadsheets: UTF-8 with its mark, every cell in quotation marks, and what would be taken for a
 * formula made harmless by an apostrophe.
 */
export const csvOf = (rows: readonly Row[]): string =>
	'\uFEFF' +
	papaparse.unparse([...rows], { quotes: true, escapeFormulae: formula, newline: '\r\n' });

const moment = (millis: number | null) => (millis === null ? null : new Date(millis).toISOString());
const round = (value: number | undefined) =>
	value === undefined ? null : Number(value.toFixed(4));
const answerIn = ({ item, response, mark }: Given) =>
	response ? answerLine(choicesIn(item, response, mark.gained >= mark.full)) : '';

/** One row for every answer. Times are UTC. */
export const answerRows = (sats: readonly Sat[], { index }: Pick<Library, 'index'>): Row[] =>
	sats.flatMap((sat) =>
		givenIn(sat).map((given) => ({
			Student: sat.name,
			Attempt: sat.n,
			Started: moment(sat.startedAt),
			'Handed in': moment(sat.submittedAt),
			Number: given.number,
			Item: given.item.id,
			Revision: given.item.rev,
			Kind: kindNames[given.item.kind],
			Level: levelNames[given.item.level],
			Topic: topicTitle(given.item.topic, index),
			Question: namedQuestion(given.item),
			Answer: answerIn(given),
			'Right answer': answerOf(given.item)
				.map(({ text }) => text)
				.join('; '),
			Marks: round(given.mark.gained) ?? 0,
			Of: given.mark.full
		}))
	);

/** One row for every paper. */
export const studentRows = (sats: readonly Sat[]): Row[] =>
	sats.map((sat) => {
		const { gained, full } = scoreOf(sat);
		return {
			Student: sat.name,
			Attempt: sat.n,
			Started: moment(sat.startedAt),
			'Handed in': moment(sat.submittedAt),
			Marks: round(gained) ?? 0,
			Of: full,
			Share: round(gained / full) ?? 0,
			Answered: givenIn(sat).filter(({ mark }) => mark.answered).length,
			Questions: sat.form.items.length
		};
	});

/** One row for every item, with its statistics. */
export function itemRows(sats: readonly Sat[], { index }: Pick<Library, 'index'>): Row[] {
	const asked = tally(sats);
	return statisticsOf(sats).items.map((one) => {
		const found = asked.get(nameOf(one));
		if (!found) throw new Error(`nobody was asked ${one.id}`);
		const { item, omitted, tallies } = found;
		return {
			Item: one.id,
			Revision: one.rev,
			Kind: kindNames[item.kind],
			Level: levelNames[item.level],
			Topic: topicTitle(item.topic, index),
			Question: namedQuestion(item),
			Answers: one.n,
			'Left out': omitted,
			Facility: round(one.facility.value),
			'Facility from': round(one.facility.interval.low),
			'Facility to': round(one.facility.interval.high),
			Discrimination: round(one.discrimination?.value),
			'Discrimination from': round(one.discrimination?.interval?.low),
			'Discrimination to': round(one.discrimination?.interval?.high),
			'Upper less lower': round(one.upperLower),
			Given: tallies
				.map((one) => `${one.count} × ${answerLine([one])}${one.right ? ' (right)' : ''}`)
				.join(' | '),
			Warnings: one.warnings.map(({ message }) => message).join(' ')
		};
	});
}
