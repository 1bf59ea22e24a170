import { percentOff } from './percent-off.ts';
import { formatDate } from '../facts/dates.ts';
import {
	byFormat,
	type Format,
	type Item,
	type ItemIn,
	type Option,
	type Rationale
} from './item.ts';

/** What an item judges by itself, in words: an option, a line in its place, a row with its answer, or what is typed in. */
export interface Part {
	text: string;
	/** Right as it stands here; a distractor is not. */
	key: boolean;
	/** The gap that it is offered for (1-based), where a sentence has several. */
	gap?: number;
	rationale: Rationale;
}

const ofOption = ({ text, key, rationale }: Option): Part => ({ text, key, rationale });

const parts: { [F in Format]: (item: ItemIn<F>) => Part[] } = {
	choice: ({ options }) => options.map(ofOption),
	multiple: ({ options }) => options.map(ofOption),
	cloze: ({ gaps }) =>
		gaps.flatMap(({ options }, at) =>
			options.map((one) => (gaps.length > 1 ? { ...ofOption(one), gap: at + 1 } : ofOption(one)))
		),
	order: ({ entries }) =>
		[...entries]
			.sort((a, b) => a.place - b.place)
			.map(({ text, rationale }) => ({ text, key: true, rationale })),
	match: ({ rows, options }) =>
		rows.map(({ text, key, rationale }) => ({
			text: `${text}: ${options.find(({ id }) => id === key)?.text ?? ''}`,
			key: true,
			rationale
		})),
	support: ({ rows }) =>
		rows.map(({ text, key, rationale }) => ({ text: `${text}: ${key}`, key: true, rationale })),
	date: ({ key, rationale }) => [{ text: formatDate(key), key: true, rationale }],
	number: ({ key, unit, tolerance, rationale }) => {
		const off = percentOff({ key, tolerance });
		const near = off > 0 ? ` (up to ${off} per cent off is right)` : '';
		return [
			{
				text: `${key.toLocaleString('en-GB')} ${unit}`.trim() + near,
				key: true,
				rationale
			}
		];
	},
	short: ({ key, rationale }) => [{ text: key, key: true, rationale }]
};

/** The parts of an item, keys and distractors, as an editor reads them. */
export const partsOf = (item: Item): Part[] => byFormat(parts, item);

/** The parts that are right: the answer to the item. */
export const answerOf = (item: Item): Part[] => partsOf(item).filter(({ key }) => key);

/** The question in one line, for lists: the stem, or the sentence whose gaps are to be filled. */
export const questionOf = (item: Item): string =>
	item.kind === 'cloze' ? item.parts.join('…') : item.stem;

/** What is put in order, matched or judged, where many questions are put in the same words. */
function listed(item: Item): { text: string }[] {
	if (item.kind === 'order') return item.entries;
	if (item.kind === 'match' || item.kind === 'support') return item.rows;
	return item.kind === 'agree' ? item.options : [];
}

/** The question, told from others of the same words by the first of its parts. */
export const namedQuestion = (item: Item): string =>
	[questionOf(item), ...listed(item).map(({ text }) => `${text} …`)].slice(0, 2).join(' ');

/** What a format is worth: one mark, or one for each part that is judged by itself. */
const marks: { [F in Format]: (item: ItemIn<F>) => number } = {
	choice: () => 1,
	multiple: ({ options }) => options.filter(({ key }) => key).length,
	cloze: ({ gaps }) => gaps.length,
	order: ({ entries }) => entries.length - 1,
	match: ({ rows }) => rows.length,
	support: ({ rows }) => rows.length,
	date: () => 1,
	number: () => 1,
	short: () => 1
};

/** The full mark of an item. */
export const fullMark = (item: Item): number => byFormat(marks, item);
