import type { Form } from '../forms/form.ts';
import { parseDate } from '../facts/dates.ts';
import { formatOf, verdicts, type Format, type Item, type ItemIn } from '../items/item.ts';
import { mark } from './mark.ts';
import { readNumber } from './read-entry.ts';
import type { Response, Responses } from './response.ts';
import { sameName } from './spelling.ts';

/**
 * Responses as whole numbers, as small as can be: for codes that people copy by hand. 0 is always "not answered". What
 * was chosen is held as it is; of what was written, what earns the same marks is held: a figure up to six digits and a
 * date of two centuries as they are, a name as the right one, as one of those that are taken for another, or as a wrong one.
 */
interface Counter<F extends Format> {
	/** How many states there are. */
	size(item: ItemIn<F>): number;
	/** 0 to `size` - 1. */
	state(item: ItemIn<F>, response: Responses[F]): number;
	/** What a state stands for. */
	response(item: ItemIn<F>, state: number): Responses[F];
}

/** A number whose digits have different bases, the last one first. */
const join = (digits: readonly number[], bases: readonly number[]) =>
	digits.reduceRight((sum, digit, at) => sum * (bases[at] ?? 1) + digit, 0);
function split(number: number, bases: readonly number[]): number[] {
	let rest = number;
	return bases.map((base) => {
		const digit = rest % base;
		rest = Math.floor(rest / base);
		return digit;
	});
}
const product = (bases: readonly number[]) => bases.reduce((all, base) => all * base, 1);

/** Rows or gaps that each take one of a list of values, or none. */
function rowCounter<I extends Item>(
	rowsOf: (item: I) => { id: string; values: readonly string[] }[]
) {
	const bases = (item: I) => rowsOf(item).map(({ values }) => values.length + 1);
	return {
		size: (item: I) => product(bases(item)),
		state: (item: I, { rows }: Responses['match']) =>
			join(
				rowsOf(item).map(({ id, values }) => values.indexOf(rows[id] ?? '') + 1),
				bases(item)
			),
		response(item: I, state: number): Responses['match'] {
			const digits = split(state, bases(item));
			const pairs = rowsOf(item).map(
				({ id, values }, at) => [id, values[(digits[at] ?? 0) - 1]] as const
			);
			return {
				rows: Object.fromEntries(pairs.filter(([, value]) => value !== undefined)) as Record<
					string,
					string
				>
			};
		}
	};
}
const ids = (list: readonly { id: string }[]): string[] => list.map(({ id }) => id);

/** The places of n entries, each among those that are left: n × (n - 1) × … (D. H. Lehmer, 1960). */
const placesLeft = (n: number) => Array.from({ length: n }, (_, at) => n - at);

const other = { number: 'another number', date: 'another date', name: 'another name' };
const mostNumber = 999_999;
const isHeld = (number: number) => Number.isInteger(number) && number >= 0 && number <= mostNumber;
/** Dates from 1900 to 2099: years, months, days, one after the other. */
const [firstYear, years] = [1900, 200];
const months = years * 12;
const dates = years + months + months * 31;

function dateState(text: string): number {
	const [year = 0, month, day] = text.split('-').map(Number);
	const [y, m] = [year - firstYear, (month ?? 1) - 1];
	if (!parseDate(text) || !/^\d{4}(?:-\d\d){0,2}$/.test(text) || y < 0 || y >= years) return 1;
	if (month === undefined) return 2 + y;
	if (day === undefined) return 2 + years + y * 12 + m;
	return 2 + years + months + (y * 12 + m) * 31 + day - 1;
}
function dateOf(state: number): string {
	const two = (value: number) => String(value).padStart(2, '0');
	const month = (at: number) => `${firstYear + Math.floor(at / 12)}-${two((at % 12) + 1)}`;
	const at = state - 2;
	if (at < years) return String(firstYear + at);
	if (at < years + months) return month(at - years);
	const day = at - years - months;
	return `${month(Math.floor(day / 31))}-${two((day % 31) + 1)}`;
}

const counters: { [F in Format]: Counter<F> } = {
	choice: {
		size: ({ options }) => options.length + 1,
		state: ({ options }, { option }) => ids(options).indexOf(option) + 1,
		response: ({ options }, state) => ({ option: options[state - 1]?.id ?? '' })
	},
	multiple: {
		size: ({ options }) => 2 ** options.length,
		state: (item, { options }) =>
			item.options.reduce((sum, { id }, at) => sum + (options.includes(id) ? 2 ** at : 0), 0),
		response: ({ options }, state) => ({
			options: ids(options).filter((_, at) => Math.floor(state / 2 ** at) % 2 === 1)
		})
	},
	order: {
		size: ({ entries }) => product(placesLeft(entries.length)) + 1,
		state({ entries }, { places }) {
			if (Object.keys(places).length === 0) return 0;
			const left = entries.map((_, at) => at + 1);
			const digits = entries.map(({ id }) => {
				const at = left.indexOf(places[id] ?? 0);
				left.splice(at, 1);
				return at;
			});
			return 1 + join(digits, placesLeft(entries.length));
		},
		response({ entries }, state) {
			if (state === 0) return { places: {} };
			const left = entries.map((_, at) => at + 1);
			const digits = split(state - 1, placesLeft(entries.length));
			const pairs = entries.map(({ id }, at) => [id, left.splice(digits[at] ?? 0, 1)[0] ?? 0]);
			return { places: Object.fromEntries(pairs) as Record<string, number> };
		}
	},
	cloze: rowCounter(({ gaps }) => gaps.map(({ id, options }) => ({ id, values: ids(options) }))),
	match: rowCounter(({ rows, options }) => rows.map(({ id }) => ({ id, values: ids(options) }))),
	support: rowCounter(({ rows }) => rows.map(({ id }) => ({ id, values: verdicts }))),
	date: {
		size: () => dates + 2,
		state: (_, { text }) => (text === '' ? 0 : dateState(text)),
		response: (_, state) => ({ text: ['', other.date][state] ?? dateOf(state) })
	},
	number: {
		size: () => mostNumber + 4,
		state(item, { text }) {
			const number = readNumber(text, item);
			if (text === '') return 0;
			if (number !== undefined && isHeld(number)) return 3 + number;
			// near enough to the key: what it stands for is the key
			const right = isHeld(item.key) ? 3 + item.key : 2;
			return mark(item, { text }).gained > 0 ? right : 1;
		},
		response: ({ key }, state) => ({
			text: ['', other.number, String(key)][state] ?? String(state - 3)
		})
	},
	short: {
		size: ({ others }) => others.length + 3,
		state(item, { text }) {
			if (text === '') return 0;
			if (mark(item, { text }).gained > 0) return 2;
			const at = item.others.findIndex((name) => sameName(text, [name], []));
			return at < 0 ? 1 : 3 + at;
		},
		response: ({ key, others }, state) => ({
			text: ['', other.name, key][state] ?? others[state - 3] ?? ''
		})
	}
};
/** A figure or a date by what it earns alone: where a code would be too long otherwise. */
const coarse = <I extends ItemIn<'date' | 'number'>>(wrong: string) => ({
	size: () => 3,
	state(item: I, { text }: { text: string }) {
		if (text === '') return 0;
		return mark(item, { text }).gained > 0 ? 2 : 1;
	},
	response: ({ key }: I, state: number) => ({ text: ['', wrong, String(key)][state] ?? '' })
});
const coarsely: { [F in Format]: Counter<F> } = {
	...counters,
	date: coarse<ItemIn<'date'>>(other.date),
	number: coarse<ItemIn<'number'>>(other.number)
};

/** `full`: dates and figures as they were written; `coarse`: only whether they are right. */
export type Fineness = 'full' | 'coarse';
const tables = { full: counters, coarse: coarsely };
const counterOf = (item: Item, fineness: Fineness) =>
	tables[fineness][formatOf[item.kind]] as Counter<Format>;

/** The states of all responses to a form as one number, and how many such numbers there are. */
export function packResponses(
	form: Form,
	responses: readonly (Response | undefined)[],
	fineness: Fineness = 'full'
): { number: bigint; size: bigint } {
	let [number, size] = [0n, 1n];
	form.items.forEach(({ item }, at) => {
		const response = responses[at];
		const counter = counterOf(item, fineness);
		const state = response ? counter.state(item as never, response as never) : 0;
		number += BigInt(state) * size;
		size *= BigInt(counter.size(item as never));
	});
	return { number, size };
}

/** The responses that a number of `packResponses` stands for; undefined when it is out of range for this form. */
export function unpackResponses(
	form: Form,
	number: bigint,
	fineness: Fineness = 'full'
): Response[] | undefined {
	let rest = number;
	const responses = form.items.map(({ item }) => {
		const counter = counterOf(item, fineness);
		const size = BigInt(counter.size(item as never));
		const state = Number(rest % size);
		rest /= size;
		return counter.response(item as never, state) as Response;
	});
	return rest === 0n ? responses : undefined;
}
