import fc from 'fast-check';
import { cutDate } from '../../src/lib/facts/dates.ts';
import {
	byFormat,
	formatOf,
	verdicts,
	type Format,
	type Item,
	type ItemIn
} from '../../src/lib/items/item.ts';
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

type ByFormat<T extends { [F in Format]: unknown }> = { [F in Format]: (item: ItemIn<F>) => T[F] };
type Many = { [F in Format]: Responses[F][] };
type Any = { [F in Format]: fc.Arbitrary<Responses[F]> };

const rowsRight = ({ rows }: { rows: { id: string; key: string }[] }) => ({
	rows: Object.fromEntries(rows.map(({ id, key }) => [id, key]))
});
const keyOf = ({ options }: { options: { id: string; key: boolean }[] }) =>
	options.filter(({ key }) => key).map(({ id }) => id);

const right: ByFormat<Responses> = {
	choice: (item) => ({ option: keyOf(item)[0] ?? '' }),
	multiple: (item) => ({ options: keyOf(item) }),
	cloze: ({ gaps }) => ({
		rows: Object.fromEntries(gaps.map((gap) => [gap.id, keyOf(gap)[0] ?? '']))
	}),
	order: ({ entries }) => ({
		places: Object.fromEntries(entries.map(({ id, place }) => [id, place]))
	}),
	match: rowsRight,
	support: rowsRight,
	date: ({ key }) => ({ text: key }),
	number: ({ key }) => ({ text: String(key) }),
	short: ({ key }) => ({ text: key })
};

const none: Responses = {
	choice: { option: '' },
	multiple: { options: [] },
	cloze: { rows: {} },
	order: { places: {} },
	match: { rows: {} },
	support: { rows: {} },
	date: { text: '' },
	number: { text: '' },
	short: { text: '' }
};

const wrongIds = ({ options }: { options: { id: string; key: boolean }[] }) =>
	options.filter(({ key }) => !key).map(({ id }) => id);
const rowsWrong = (rows: { id: string; key: string }[], values: readonly string[]) =>
	rows.flatMap(({ id, key }) =>
		values.filter((value) => value !== key).map((value) => ({ rows: { [id]: value } }))
	);

const wrong: ByFormat<Many> = {
	choice: (item) => wrongIds(item).map((option) => ({ option })),
	multiple: (item) => wrongIds(item).map((id) => ({ options: [id] })),
	cloze: ({ gaps }) =>
		gaps.flatMap((gap) => wrongIds(gap).map((option) => ({ rows: { [gap.id]: option } }))),
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
		})),
	short: ({ others }) => ['Qqqqwwww', ...others].map((text) => ({ text }))
};

const option = ({ options }: { options: { id: string }[] }) =>
	fc.constantFrom('', ...options.map(({ id }) => id)).map((option) => ({ option }));
const rowsAny = (rows: { id: string }[], values: readonly string[]) =>
	fc.tuple(...rows.map(() => fc.constantFrom('', ...values))).map((given) => ({
		rows: Object.fromEntries(
			rows.map(({ id }, at) => [id, given[at] ?? '']).filter(([, value]) => value !== '')
		)
	}));

const any: ByFormat<Any> = {
	choice: option,
	cloze: ({ gaps }) =>
		fc.tuple(...gaps.map((gap) => option(gap))).map((given) => ({
			rows: Object.fromEntries(
				gaps.flatMap(({ id }, at) => (given[at]?.option ? [[id, given[at].option]] : []))
			)
		})),
	multiple: ({ options }) =>
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
			.map((text) => ({ text })),
	short: ({ accepted }) =>
		fc
			.oneof(fc.constantFrom('', ...accepted), anyText)
			.map((text) => ({ text: text.trim().replace(/\s+/g, ' ') }))
};

export const rightResponse = (item: Item): Response => byFormat<Response>(right, item);
export const noResponse = (item: Item): Response => none[formatOf[item.kind]];
/** Each has one thing wrong and nothing right; an order is reversed. */
export const wrongResponses = (item: Item): Response[] => byFormat<Response[]>(wrong, item);
export const anyResponse = (item: Item): fc.Arbitrary<Response> =>
	byFormat<fc.Arbitrary<Response>>(any, item);

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
