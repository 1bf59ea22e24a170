import edtf from 'edtf';
import { remembered } from './remembered.ts';

/** A date as the days it may be: whole UTC days since 1970-01-01, first and last. */
export interface Days {
	first: number;
	last: number;
}

const millisPerDay = 86_400_000;

/** Of EDTF, what we can say and ask: a year, a month, a day, or an interval of these; no seasons, no "about", no times. */
const part = '\\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\\d\\d)?)?';
const shape = new RegExp(`^${part}(?:/${part})?$`);
const known = new Map<string, Days | undefined>();

function read(text: string): Days | undefined {
	try {
		const { min, max } = edtf(text);
		if (!Number.isFinite(min) || !Number.isFinite(max)) return undefined;
		return { first: Math.floor(min / millisPerDay), last: Math.floor(max / millisPerDay) };
	} catch {
		return undefined; // the parser throws on what is not EDTF; that is an answer here
	}
}

/** The days an EDTF text covers, or undefined when it is not one that we can say. */
export function parseDate(text: string): Days | undefined {
	const before = known.get(text);
	// The shape also keeps what strangers type out of the store of known dates.
	if (before || known.has(text) || !shape.test(text)) return before;
	const days = read(text);
	known.set(text, days);
	return days;
}

/** The days of a date that the schema has already accepted. @throws RangeError when it is not EDTF */
export function daysOf(text: string): Days {
	const days = parseDate(text);
	if (!days) throw new RangeError(`not an EDTF date: ${text}`);
	return days;
}

export const overlap = (a: Days, b: Days): boolean => a.first <= b.last && b.first <= a.last;

const months = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December'
];
export const monthNames: readonly string[] = months;

/** Of a date that the schema accepts: 1923, 2022-09, 2022-09-14. */
const lengths = { year: 4, month: 7, day: 10 };

/** How much of the date is given: a year, a month, a day or an interval. */
export function precisionOf(text: string): 'year' | 'month' | 'day' | 'interval' {
	if (text.includes('/')) return 'interval';
	if (text.length === lengths.year) return 'year';
	return text.length === lengths.month ? 'month' : 'day';
}

function simple(text: string): string {
	const [year, month, day] = text.split('-').map(Number);
	if (month === undefined) return `${year}`;
	if (day === undefined) return `${months[month - 1]} ${year}`;
	return `${day} ${months[month - 1]} ${year}`;
}

/** A date in words: "14 September 2022", "September 2022", "1923", "12 to 14 September 2022". */
export const formatDate = remembered((text) => {
	const [from = '', to] = text.split('/');
	if (to === undefined) return simple(from);
	const [a, b] = [simple(from).split(' '), simple(to).split(' ')];
	let shared = 0; // words both ends share are said once: the year, or month and year
	while (shared < a.length - 1 && a.at(-1 - shared) === b.at(-1 - shared)) shared++;
	return `${a.slice(0, a.length - shared).join(' ')} to ${simple(to)}`;
});

/** With its preposition: "on 14 September 2022", "in 1923", "from 12 to 14 September 2022". */
export function formatOn(text: string): string {
	const preposition = { day: 'on', month: 'in', year: 'in', interval: 'from' }[precisionOf(text)];
	return `${preposition} ${formatDate(text)}`;
}

/** Cuts an EDTF day to what of it is worth asking: 2022-09-14 → 2022-09 for `month`. */
export function cutDate(text: string, worth: 'day' | 'month' | 'year'): string {
	return text.slice(0, lengths[worth]);
}
