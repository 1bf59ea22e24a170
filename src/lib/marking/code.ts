import type { Form } from '../forms/form.ts';
import { formatOf, verdicts, type Format, type Item, type ItemIn } from '../items/item.ts';
import { plainNumber, readNumber } from './read-entry.ts';
import { parseDate } from '../facts/dates.ts';
import type { Response, Responses } from './response.ts';

/**
 * Responses as a short text for an address: one part an item, joined by dots; options, rows and places by their position
 * on the form, in base 36. An empty part is an unanswered item.
 */
interface Codec<F extends Format> {
	encode(item: ItemIn<F>, response: Responses[F]): string;
	/** Undefined when the text can't have come from `encode`. */
	decode(item: ItemIn<F>, text: string): Responses[F] | undefined;
}

const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);
const digit = (place: number): string => (place < 0 ? '-' : place.toString(36));
const place = (character: string): number => (character === '-' ? -1 : parseInt(character, 36));

/** One character a row or gap: the position of the value it was given, "-" for none. */
function rowCodec<I extends Item>(
	rowsOf: (item: I) => { id: string; values: readonly string[] }[]
): {
	encode(item: I, response: Responses['match']): string;
	decode(item: I, text: string): Responses['match'] | undefined;
} {
	return {
		encode: (item, { rows }) =>
			rowsOf(item)
				.map(({ id, values }) => digit(values.indexOf(rows[id] ?? '')))
				.join('')
				.replace(/^-+$/, ''),
		decode(item, text) {
			if (text === '') return { rows: {} };
			const rows = rowsOf(item);
			const places = [...text].map(place);
			if (places.length !== rows.length) return undefined;
			if (!rows.every(({ values }, row) => inside(places[row], values.length))) return undefined;
			const pairs = rows.map(({ id, values }, row) => [id, values[places[row] ?? -1]] as const);
			return {
				rows: Object.fromEntries(
					pairs.filter((pair): pair is [string, string] => pair[1] !== undefined)
				)
			};
		}
	};
}
const inside = (place: number | undefined, length: number): boolean =>
	place !== undefined && place >= -1 && place < length;

const choice: Codec<'choice'> = {
	encode: ({ options }, { option }) => (option === '' ? '' : digit(ids(options).indexOf(option))),
	decode({ options }, text) {
		if (text === '') return { option: '' };
		const option = options[place(text)]?.id;
		return text.length === 1 && option !== undefined ? { option } : undefined;
	}
};

const codecs: { [F in Format]: Codec<F> } = {
	choice,
	multiple: {
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
	cloze: rowCodec(({ gaps }) => gaps.map(({ id, options }) => ({ id, values: ids(options) }))),
	match: rowCodec(({ rows, options }) => rows.map(({ id }) => ({ id, values: ids(options) }))),
	support: rowCodec(({ rows }) => rows.map(({ id }) => ({ id, values: verdicts }))),
	date: {
		encode: (_, { text }) => text,
		decode: (_, text) => (text === '' || parseDate(text) ? { text } : undefined)
	},
	number: {
		// A point parts items, so decimals have a comma. Figures stay as typed: a number might turn to 1e+21.
		encode: (item, { text }) => (plainNumber(text, item) ?? '').replace('.', ','),
		decode(_, text) {
			const plain = text.replace(',', '.');
			return plain === '' || readNumber(plain) !== undefined ? { text: plain } : undefined;
		}
	},
	short: {
		// A point parts items: it is written as "!p", and "!" as "!!".
		encode: (_, { text }) => text.replaceAll('!', '!!').replaceAll('.', '!p'),
		decode: (_, text) =>
			/^(?:[^!]|!!|!p)*$/.test(text)
				? { text: text.replace(/!(.)/g, (_, sign) => (sign === 'p' ? '.' : '!')) }
				: undefined
	}
};

const codecOf = (item: Item) => codecs[formatOf[item.kind]] as Codec<Format>;

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
