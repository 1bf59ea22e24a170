import { byFormat, type Item } from '../items/item.ts';
import type { Response, Responses } from './response.ts';

const rows = (name: string, { rows }: Responses['match']): [string, string][] =>
	Object.entries(rows).map(([id, value]) => [`${name}-${id}`, value]);

/** The fields that `readResponses` reads as this response, with the item's number on the paper; empty ones are left out. */
export function fieldsOf(item: Item, number: number, response: Response): [string, string][] {
	const name = `q${number}`;
	const given = response as Responses[keyof Responses] & Record<string, never>;
	const text = () => [[name, (given as Responses['short']).text] as [string, string]];
	const inRows = () => rows(name, given as Responses['match']);
	const table = {
		choice: () => [[name, (given as Responses['choice']).option] as [string, string]],
		multiple: () =>
			(given as Responses['multiple']).options.map((id) => [name, id] as [string, string]),
		cloze: inRows,
		order: () =>
			Object.entries((given as Responses['order']).places).map(
				([id, place]) => [`${name}-${id}`, String(place)] as [string, string]
			),
		match: inRows,
		support: inRows,
		date() {
			const parts = (given as Responses['date']).text.split('-');
			return ['y', 'm', 'd'].flatMap((part, at) =>
				parts[at] ? [[`${name}-${part}`, String(Number(parts[at]))] as [string, string]] : []
			);
		},
		number: text,
		short: text
	};
	return byFormat<[string, string][]>(table, item).filter(([, value]) => value !== '');
}
