import { monthName, monthNamed } from './months.ts';

type Worth = 'day' | 'month' | 'year';
/** A date as typed, by its parts; a figure or, for the month, a word. */
interface Parts {
	day: string;
	month: string;
	year: string;
}
/** An EDTF date, empty when nothing was typed; or what to do about what cannot be read. */
export type DateReading = { text: string } | { problem: string };

const example: Record<Worth, string> = {
	day: '24 February 1992',
	month: 'February 1992',
	year: '1992'
};
const noDate = (worth: Worth): DateReading => ({
	problem: `This is not a date. Write it in figures or with the month as a word, for example ${example[worth]}.`
});
const shortYear: DateReading = { problem: 'Please write the year in four figures.' };

const asked: Record<Worth, (keyof Parts)[]> = {
	day: ['year', 'month', 'day'],
	month: ['year', 'month'],
	year: ['year']
};
/** The day without its ending: "10th", "1er", "10-го". */
const dayOf = (text: string): string =>
	text.replace(/^(\d{1,2})(?:st|nd|rd|th|er|-?[гго]+|\.)$/iu, '$1');
const isShort = (text: string): boolean => /^\d{1,2}$/.test(text);

/** Figures for day, month and year, as an EDTF date, as exactly as is asked. */
function dated({ day, month, year }: Parts, worth: Worth): DateReading {
	if (/^['’]?\d{2}$/.test(year)) return shortYear;
	const missing = asked[worth].filter((part) => ({ day, month, year })[part] === '');
	if (missing.length > 0) return { problem: `Please give the ${missing.join(' and the ')} too.` };
	const figure = isShort(month) ? Number(month) : monthNamed(month);
	const figures = { year, month: String(figure ?? ''), day: dayOf(day) };
	const [, ...rest] = asked[worth].map((part) => figures[part]);
	if (!/^\d{4}$/.test(year) || !rest.every(isShort)) return noDate(worth);
	const text = [year, ...rest.map((part) => part.padStart(2, '0'))].join('-');
	const [, m = 1, d = 1] = text.split('-').map(Number);
	const real = new Date(Date.UTC(Number(year), m - 1, d));
	const isReal = real.getUTCMonth() === m - 1 && real.getUTCDate() === d;
	return isReal ? { text } : noDate(worth);
}

/** Two figures before a year: with points the day is first; else either may be, unless one is no month. */
function orderOf(a: string, b: string, year: string, typed: string): Parts | DateReading {
	const dayFirst = { day: a, month: b, year };
	const [first, second] = [Number(a), Number(b)];
	if (typed.includes('.') || first > 12 || first === second) return dayFirst;
	if (second > 12) return { day: b, month: a, year };
	const either = `${first} ${monthName(second)} or ${second} ${monthName(first)} ${year}`;
	return { problem: `Is this ${either}? Please write the month as a word.` };
}

/** A whole date in one field, in any of the usual orders. */
function partsOf(typed: string, worth: Worth): Parts | DateReading {
	const words = typed
		.replace(/(\d)-(?=\p{L})/gu, '$1 ')
		.split(/[\s.,/–-]+/)
		.map(dayOf)
		.filter((word) => !/^(?:|of|the|de|г|года|th|st|nd|rd|го)$/iu.test(word));
	const years = words.filter((word) => /^\d{4}$/.test(word));
	const shorts = words.filter(isShort);
	const names = words.filter((word) => monthNamed(word) !== undefined);
	const [[year = ''], [a = '', b = ''], [name]] = [years, shorts, names];
	if (years.length === 0 && shorts.length + names.length === 3) return shortYear;
	const all = years.length + shorts.length + names.length;
	if (years.length !== 1 || all !== words.length || all > 3 || names.length > 1)
		return noDate(worth);
	if (name !== undefined) return { day: a, month: name, year };
	if (shorts.length < 2) return { day: '', month: a, year };
	return words[0] === year ? { day: b, month: a, year } : orderOf(a, b, year, typed);
}

/** Reads day, month and year: each in its field, the month in figures or as a word, or the whole date in one field. */
export function readDate(fields: Parts, worth: Worth): DateReading {
	const trimmed = {
		day: fields.day.trim(),
		month: fields.month.trim(),
		year: fields.year.trim()
	};
	const wanted = new Set(asked[worth]);
	const typed = (['day', 'month', 'year'] as const)
		.filter((part) => wanted.has(part) && trimmed[part] !== '')
		.map((part) => trimmed[part]);
	if (typed.length === 0) return { text: '' };
	if (!typed.some((text) => /[\p{L}\d.][\s,/.–-]+[\p{L}\d]/u.test(dayOf(text))))
		return dated(trimmed, worth);
	const parts = partsOf(typed.join(' '), worth);
	return 'year' in parts ? dated(parts, worth) : parts;
}
