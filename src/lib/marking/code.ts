import type { Form } from '../forms/form.ts';
import type { Item, ItemOf, Kind } from '../items/item.ts';
import { verdicts } from '../items/item.ts';
import { plainNumber, readNumber } from './read-entry.ts';
import { parseDate } from '../facts/dates.ts';
import type { Response, Responses } from './response.ts';

/**
 * Responses as a short text for an address: one part an item, joined by dots; options, rows and places by their position
 * on the form, in base 36. An empty part is an unanswered item.
 */
interface Codec<K extends Kind> {
	encode(item: ItemOf<K>, response: Responses[K]): string;
	/** Undefined when the text can't have come from `encode`. */
	decode(item: ItemOf<K>, text: string): Responses[K] | undefined;
}

const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);
const digit = (place: number): string => (place < 0 ? '-' : place.toString(36));
const place = (character: string): number => (character === '-' ? -1 : parseInt(character, 36));

/** One character a row: the position of the value it was given, "-" for none. */
function rowCodec(valuesOf: (item: Item) => readonly string[]): Codec<'match'> & Codec<'support'> {
	return {
		encode: (item, { rows }) =>
			ids(item.rows)
				.map((id) => digit(valuesOf(item).indexOf(rows[id] ?? '')))
				.join('')
				.replace(/^-+$/, ''),
		decode(item, text) {
			if (text === '') return { rows: {} };
			const values = valuesOf(item);
			const places = [...text].map(place);
			if (places.length !== item.rows.length) return undefined;
			if (!places.every((at) => at >= -1 && at < values.length)) return undefined;
			const pairs = ids(item.rows).map((id, row) => [id, values[places[row] ?? -1]] as const);
			return {
				rows: Object.fromEntries(
					pairs.filter((pair): pair is [string, string] => pair[1] !== undefined)
				)
			};
		}
	};
}

const choice: Codec<'single'> & Codec<'who-said'> = {
	encode: ({ options }, { option }) => (option === '' ? '' : digit(ids(options).indexOf(option))),
	decode({ options }, text) {
		if (text === '') return { option: '' };
		const option = options[place(text)]?.id;
		return text.length === 1 && option !== undefined ? { option } : undefined;
	}
};

const codecs: { [K in Kind]: Codec<K> } = {
	single: choice,
	'who-said': choice,
	several: {
		encode: ({ options }, response) =>
			ids(options)
				.flatMap((id, position) => (response.options.includes(id) ? [digit(position)] : []))
				.join(''),
		decode({ options }, text) {
			const chosen = [...new Set(text)].map((character) => options[place(character)]?.id);
			return chosen.includes(undefined) ? undefined : { options: chosen as string[] };
		}
	},
	order: {
		encode: ({ entries }, { places }) =>
			Object.keys(places).length === 0
				? ''
				: ids(entries)
						.map((id) => digit(places[id] ?? -1))
						.join(''),
		decode({ entries }, text) {
			if (text === '') return { places: {} };
			const given = [...text].map(place);
			const all = given.length === entries.length && new Set(given).size === given.length;
			const fits = given.every((at) => at >= 1 && at <= entries.length);
			if (!all || !fits) return undefined;
			return { places: Object.fromEntries(ids(entries).map((id, at) => [id, given[at] ?? 0])) };
		}
	},
	match: rowCodec((item) => (item.kind === 'match' ? ids(item.options) : [])),
	support: rowCodec(() => verdicts),
	date: {
		encode: (_, { text }) => text,
		decode: (_, text) => (text === '' || parseDate(text) ? { text } : undefined)
	},
	number: {
		// A point parts items, so decimals have a comma. Figures stay as typed: a number might turn to 1e+21.
		encode: (_, { text }) => (plainNumber(text) ?? '').replace('.', ','),
		decode(_, text) {
			const plain = text.replace(',', '.');
			return plain === '' || readNumber(plain) !== undefined ? { text: plain } : undefined;
		}
	}
};

const codecOf = (item: Item) => codecs[item.kind] as Codec<Kind>;

/** The responses to a form as a short text that is safe in an address. */
export const encodeResponses = (form: Form, responses: readonly (Response | undefined)[]): string =>
	form.items
		.map(({ item }, position) => {
			const response = responses[position];
			return response ? codecOf(item).encode(item as never, response as never) : '';
		})
		.join('.');

/** The responses that a code holds; undefined when it is damaged or belongs to another form. */
export function decodeResponses(form: Form, code: string): Response[] | undefined {
	const parts = code.split('.');
	if (parts.length !== form.items.length) return undefined;
	const responses = form.items.map(({ item }, position) =>
		codecOf(item).decode(item as never, parts[position] ?? '')
	);
	return responses.includes(undefined) ? undefined : (responses as Response[]);
}
