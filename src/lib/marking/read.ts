import type { Form } from '../forms/form.ts';
import { formatOf, verdicts, type Format, type Item, type ItemIn } from '../items/item.ts';
import { readDate } from './read-date.ts';
import { readNumber } from './read-entry.ts';
import type { Response, Responses } from './response.ts';

/** What is wrong with the fields of one item, said to the candidate. `number` is its number on the paper; 0: the whole form. */
export interface ReadProblem {
	number: number;
	message: string;
}

type Fields = Map<string, string[]>;
type Reading<F extends Format> = { response: Responses[F] } | { problem: string };

/** The fields of one item: how they are named, and how they are read. */
interface Reader<F extends Format> {
	names(item: ItemIn<F>, name: string): string[];
	read(item: ItemIn<F>, name: string, fields: Fields): Reading<F>;
}

const foreign = 'An answer came in that is not among the options. Please choose again.';
const first = (fields: Fields, name: string): string => fields.get(name)?.[0]?.trim() ?? '';

/** Rows or gaps that each take one of a list of values. */
function rowReader<I extends Item>(
	rowsOf: (item: I) => { id: string; values: readonly string[] }[]
): {
	names(item: I, name: string): string[];
	read(item: I, name: string, fields: Fields): Reading<'match'>;
} {
	return {
		names: (item, name) => rowsOf(item).map(({ id }) => `${name}-${id}`),
		read(item, name, fields) {
			const given = rowsOf(item)
				.map(({ id, values }) => ({ id, values, value: first(fields, `${name}-${id}`) }))
				.filter(({ value }) => value !== '');
			if (given.some(({ values, value }) => !values.includes(value))) return { problem: foreign };
			return { response: { rows: Object.fromEntries(given.map(({ id, value }) => [id, value])) } };
		}
	};
}
const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);

/** The longest name that anybody would type; what is longer is refused. */
const longestName = 80;

const readers: { [F in Format]: Reader<F> } = {
	choice: {
		names: (_, name) => [name],
		read({ options }, name, fields) {
			const given = fields.get(name)?.filter(Boolean) ?? [];
			if (given.length > 1) return { problem: 'More than one answer came in. Please choose one.' };
			const [option = ''] = given;
			const known = option === '' || options.some(({ id }) => id === option);
			return known ? { response: { option } } : { problem: foreign };
		}
	},
	multiple: {
		names: (_, name) => [name],
		read({ options }, name, fields) {
			const given = [...new Set(fields.get(name)?.filter(Boolean) ?? [])];
			const known = given.every((id) => options.some((option) => option.id === id));
			return known ? { response: { options: given } } : { problem: foreign };
		}
	},
	order: {
		names: ({ entries }, name) => entries.map(({ id }) => `${name}-${id}`),
		read({ entries }, name, fields) {
			const given = entries.map(({ id }) => [id, first(fields, `${name}-${id}`)] as const);
			const typed = given.filter(([, text]) => text !== '');
			const places = typed.map(([id, text]) => [id, Number(text)] as const);
			const fits = places.every(
				([, place]) => Number.isInteger(place) && place >= 1 && place <= entries.length
			);
			const distinct = new Set(places.map(([, place]) => place)).size === places.length;
			if (!fits || !distinct || (typed.length > 0 && typed.length < entries.length))
				return { problem: `Give each line one of the places 1 to ${entries.length}, each once.` };
			return { response: { places: Object.fromEntries(places) } };
		}
	},
	cloze: rowReader(({ gaps }) => gaps.map(({ id, options }) => ({ id, values: ids(options) }))),
	match: rowReader(({ rows, options }) => rows.map(({ id }) => ({ id, values: ids(options) }))),
	support: rowReader(({ rows }) => rows.map(({ id }) => ({ id, values: verdicts }))),
	date: {
		names: (_, name) => [`${name}-d`, `${name}-m`, `${name}-y`],
		read({ worth }, name, fields) {
			const [day, month, year] = ['d', 'm', 'y'].map((part) => first(fields, `${name}-${part}`));
			const reading = readDate({ day: day ?? '', month: month ?? '', year: year ?? '' }, worth);
			return 'text' in reading ? { response: reading } : reading;
		}
	},
	number: {
		names: (_, name) => [name],
		read(item, name, fields) {
			const text = first(fields, name);
			const unit = item.unit ? `, in ${item.unit}` : '';
			return text !== '' && readNumber(text, item) === undefined
				? {
						problem: `This cannot be read as one number. Write figures alone${unit}: 1,250 or 12.5.`
					}
				: { response: { text } };
		}
	},
	short: {
		names: (_, name) => [name],
		read(_, name, fields) {
			const text = first(fields, name).replace(/\s+/g, ' ');
			return text.length > longestName
				? { problem: `This is too long for a name: write at most ${longestName} letters.` }
				: { response: { text } };
		}
	}
};

const readerOf = (item: Item) => readers[formatOf[item.kind]] as Reader<Format>;

/** The names of all fields of an item on a form. */
export const fieldNames = (item: Item, number: number): string[] =>
	readerOf(item).names(item as never, `q${number}`);

/**
 * Reads the fields of a quiz form. `responses` follow the form's items; undefined where the item has a problem, which
 * says what to do. Fields of no item are a problem of the whole form. `only` limits the reading to some numbers.
 */
export function readResponses(
	form: Form,
	entries: Iterable<readonly [string, string]>,
	only?: readonly number[]
): { responses: (Response | undefined)[]; problems: ReadProblem[] } {
	const fields: Fields = new Map();
	for (const [name, value] of entries) {
		const values = fields.get(name);
		if (values) values.push(value);
		else fields.set(name, [value]);
	}

	const problems: ReadProblem[] = [];
	const known = new Set<string>();
	const responses = form.items.map(({ item }, position): Response | undefined => {
		const number = position + 1;
		for (const name of fieldNames(item, number)) known.add(name);
		if (only && !only.includes(number)) return undefined;
		const reading = readerOf(item).read(item as never, `q${number}`, fields);
		if ('response' in reading) return reading.response;
		problems.push({ number, message: reading.problem });
		return undefined;
	});
	const surplus = [...fields.keys()].filter((name) => /^q\d/.test(name) && !known.has(name));
	if (surplus.length > 0)
		problems.push({
			number: 0,
			message:
				'Some answers belong to another paper. They were left out; please check and hand in again.'
		});
	return { responses, problems };
}
