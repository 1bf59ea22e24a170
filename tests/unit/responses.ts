import fc from 'fast-check';
import { cutDate } from '../../src/lib/facts/dates.ts';
import type { Item, ItemOf, Kind } from '../../src/lib/items/item.ts';
import { verdicts } from '../../src/lib/items/item.ts';
import type { Response, Responses } from '../../src/lib/marking/response.ts';

/** Any text, with characters that trip programs: a lone surrogate, an emoji, letters whose case changes their length. */
export const anyText = fc.string({
	unit: fc.oneof(
		fc.string({ minLength: 1, maxLength: 1 }),
		fc.constantFrom(...'\0\n\u00a0ſİß٣', '\ud800', '😀')
	),
	maxLength: 12
});

/** Responses to items, for tests of marking: the right one, none, those with one thing wrong, and any at all. */

type ByKind<T extends { [K in Kind]: unknown }> = { [K in Kind]: (item: ItemOf<K>) => T[K] };
type Many = { [K in Kind]: Responses[K][] };
type Any = { [K in Kind]: fc.Arbitrary<Responses[K]> };

const rowsRight = ({ rows }: { rows: { id: string; key: string }[] }) => ({
	rows: Object.fromEntries(rows.map(({ id, key }) => [id, key]))
});
const keyOf = ({ options }: { options: { id: string; key: boolean }[] }) =>
	options.filter(({ key }) => key).map(({ id }) => id);

const right: ByKind<Responses> = {
	single: (item) => ({ option: keyOf(item)[0] ?? '' }),
	'who-said': (item) => ({ option: keyOf(item)[0] ?? '' }),
	several: (item) => ({ options: keyOf(item) }),
	order: ({ entries }) => ({
		places: Object.fromEntries(entries.map(({ id, place }) => [id, place]))
	}),
	match: rowsRight,
	support: rowsRight,
	date: ({ key }) => ({ text: key }),
	number: ({ key }) => ({ text: String(key) })
};

const none: Responses = {
	single: { option: '' },
	'who-said': { option: '' },
	several: { options: [] },
	order: { places: {} },
	match: { rows: {} },
	support: { rows: {} },
	date: { text: '' },
	number: { text: '' }
};

const wrongIds = ({ options }: { options: { id: string; key: boolean }[] }) =>
	options.filter(({ key }) => !key).map(({ id }) => id);
const rowsWrong = (rows: { id: string; key: string }[], values: readonly string[]) =>
	rows.flatMap(({ id, key }) =>
		values.filter((value) => value !== key).map((value) => ({ rows: { [id]: value } }))
	);

const wrong: ByKind<Many> = {
	single: (item) => wrongIds(item).map((option) => ({ option })),
	'who-said': (item) => wrongIds(item).map((option) => ({ option })),
	several: (item) => wrongIds(item).map((id) => ({ options: [id] })),
	order: ({ entries }) => [
		{ places: Object.fromEntries(entries.map(({ id, place }) => [id, entries.length + 1 - place])) }
	],
	match: ({ rows, options }) =>
		rowsWrong(
			rows,
			options.map(({ id }) => id)
		),
	support: ({ rows }) => rowsWrong(rows, verdicts),
	date: ({ key, worth }) =>
		['1700-01-01', '2099-12-31', key.replace(/^\d{4}/, (year) => `${Number(year) + 1}`)].map(
			(text) => ({ text: cutDate(text, worth) })
		),
	number: ({ key, tolerance }) =>
		[key + tolerance * 1.5 + 1, key - tolerance * 1.5 - 1, -key - 1].map((value) => ({
			text: value.toFixed(1)
		}))
};

const option = ({ options }: { options: { id: string }[] }) =>
	fc.constantFrom('', ...options.map(({ id }) => id)).map((option) => ({ option }));
const rowsAny = (rows: { id: string }[], values: readonly string[]) =>
	fc.tuple(...rows.map(() => fc.constantFrom('', ...values))).map((given) => ({
		rows: Object.fromEntries(
			rows.map(({ id }, at) => [id, given[at] ?? '']).filter(([, value]) => value !== '')
		)
	}));

const any: ByKind<Any> = {
	single: option,
	'who-said': option,
	several: ({ options }) =>
		fc.subarray(options.map(({ id }) => id)).map((options) => ({ options })),
	order: ({ entries }) =>
		fc.oneof(
			fc.constant({ places: {} }),
			fc
				.shuffledSubarray(entries, { minLength: entries.length })
				.map((list) => ({ places: Object.fromEntries(list.map(({ id }, at) => [id, at + 1])) }))
		),
	match: ({ rows, options }) =>
		rowsAny(
			rows,
			options.map(({ id }) => id)
		),
	support: ({ rows }) => rowsAny(rows, verdicts),
	date: ({ worth }) =>
		fc.oneof(
			fc.constant({ text: '' }),
			fc
				.date({ min: new Date('1000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
				.map((day) => ({ text: cutDate(day.toISOString().slice(0, 10), worth) }))
		),
	number: () =>
		fc
			.oneof(
				fc.constant(''),
				fc.integer().map(String),
				fc.bigInt({ min: 0n, max: 10n ** 30n }).map(String),
				fc.tuple(fc.nat(), fc.nat({ max: 999 })).map(([whole, part]) => `${whole}.${part}`)
			)
			.map((text) => ({ text }))
};

const of = <T>(table: { [K in Kind]: unknown }, item: Item) =>
	(table[item.kind] as (item: Item) => T)(item);

export const rightResponse = (item: Item): Response => of(right, item);
export const noResponse = (item: Item): Response => none[item.kind];
/** Each has one thing wrong and nothing right; an order is reversed. */
export const wrongResponses = (item: Item): Response[] => of(wrong, item);
export const anyResponse = (item: Item): fc.Arbitrary<Response> => of(any, item);

/** The form fields that a browser would send for a response to an item of this number. */
export function fieldsOf(item: Item, number: number, response: Response): [string, string][] {
	const name = `q${number}`;
	if ('option' in response) return response.option === '' ? [] : [[name, response.option]];
	if ('options' in response) return response.options.map((id) => [name, id]);
	if ('places' in response)
		return Object.entries(response.places).map(([id, place]) => [`${name}-${id}`, `${place}`]);
	if ('rows' in response)
		return Object.entries(response.rows).map(([id, value]) => [`${name}-${id}`, value]);
	if (item.kind !== 'date') return [[name, response.text]];
	const [year = '', month, day] = response.text.split('-');
	const parts = { y: year, m: month, d: day };
	return Object.entries(parts).flatMap(([part, text]): [string, string][] =>
		text === undefined ? [] : [[`${name}-${part}`, text]]
	);
}
