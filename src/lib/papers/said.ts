import { formatDate } from '../facts/dates.ts';
import { byFormat, type Item } from '../items/item.ts';
import type { Response, Responses } from '../marking/response.ts';

type Named = readonly { id: string; text: string }[];
const verdictWords: Named = [
	{ id: 'supported', text: 'Supported' },
	{ id: 'contradicted', text: 'Contradicted' },
	{ id: 'not-stated', text: 'Not stated' }
];
const textOf = (list: Named, id: string | undefined) => list.find((one) => one.id === id)?.text;

/** What each row was given, row by row. */
const inRows = (rows: Named, choices: (row: string) => Named, given: Record<string, string>) =>
	rows.flatMap(({ id, text }) => {
		const chosen = textOf(choices(id), given[id]);
		return chosen ? [`${text}: ${chosen}`] : [];
	});

/** An answer in words, such as stands in a message: nothing of what is right. Empty when nothing was given. */
export function saidOf(item: Item, response: Response): string {
	const rows = () => (response as Responses['match']).rows;
	const text = () => [(response as Responses['short']).text];
	const parts = byFormat<(string | undefined)[]>(
		{
			choice: ({ options }) => [textOf(options, (response as Responses['choice']).option)],
			multiple: ({ options }) =>
				(response as Responses['multiple']).options.map((id) => textOf(options, id)),
			cloze: ({ gaps }) => gaps.map(({ id, options }) => textOf(options, rows()[id])),
			order: ({ entries }) =>
				Object.entries((response as Responses['order']).places)
					.sort(([, a], [, b]) => a - b)
					.map(([id, place]) => `${place}. ${textOf(entries, id) ?? ''}`),
			match: (one) => inRows(one.rows, () => one.options, rows()),
			support: (one) => inRows(one.rows, () => verdictWords, rows()),
			date: () => text().map((date) => date && formatDate(date)),
			number: text,
			short: text
		},
		item
	);
	return parts.filter(Boolean).join('; ');
}
