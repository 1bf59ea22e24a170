import { fold } from '../../facts/words.ts';
import { monthNames } from '../../facts/dates.ts';
import { remembered } from '../../facts/remembered.ts';
import { tellingWords } from './telling.ts';

/** The telling words of a text, without accents and case. */
export const wordsOf = remembered((text) => tellingWords(fold(text)));

const quoted = /[“"«][^”"»]*[”"»]|(?<![\p{L}\p{N}])[‘'][^’']*[’'](?![\p{L}\p{N}])/gu;
const reported =
	/\b(said|says?|announced?|report(?:ed|s)?|declared?|claim(?:ed|s)?|wrote|writes?|stated?|states|told|argued?|warned?|denied|admitted|confirm(?:ed)?|think|thought|believed?)\b(.*?)\bthat\b.*/i;

/** A text in the writer's own voice: without quotations, and without what somebody "said that …". */
export const ownVoice = (text: string): string =>
	text.replace(quoted, ' … ').replace(reported, '$1$2');

/** One spelling for texts that mean the same: no case, accents, articles, punctuation; numbers to twelve in digits. */
export function normal(text: string): string {
	const words = fold(text)
		.replace(/(\d),(?=\d{3})/g, '$1')
		.replace(/[^\p{L}\p{N}.]+/gu, ' ')
		.replace(/\.(?!\d)/g, ' ')
		.trim()
		.split(/\s+/);
	return words
		.filter((word) => !['the', 'a', 'an'].includes(word))
		.map((word) => String(numerals.get(word) ?? word))
		.join(' ');
}

const numerals = new Map(
	'zero one two three four five six seven eight nine ten eleven twelve'
		.split(' ')
		.map((word, number) => [word, number])
);
const ordinals =
	'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
const weekdays = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const months = monthNames.map((name) => name.toLowerCase());

/** A text as a value in a natural order: what it measures, and how much. */
export interface Value {
	/** Values of one family can be put in order. */
	family: string;
	/** For dates also how exactly they are given. */
	shape: string;
	size: number;
	/** Of dates: the span they may be, as size. */
	end?: number;
}

function dateValue(text: string): Value | undefined {
	const iso = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text);
	const words =
		/^(?:(\d{1,2})(?:st|nd|rd|th)? )?(?:([a-z]+) )?(\d{4})$/.exec(text) ??
		/^()([a-z]+) (\d{4})$/.exec(text);
	const american = /^([a-z]+) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/.exec(text);
	const [day, month, year] = iso
		? [Number(iso[3] ?? 0), Number(iso[2]), Number(iso[1])]
		: american
			? [Number(american[2]), months.indexOf(american[1] ?? '') + 1, Number(american[3])]
			: words
				? [Number(words[1] ?? 0), months.indexOf(words[2] ?? '') + 1, Number(words[3])]
				: [];
	if (year === undefined || month === undefined || day === undefined) return undefined;
	if (words?.[2] !== undefined && !iso && !american && month === 0) return undefined;
	if (day > 0 && month === 0) return undefined;
	if (month === 0 && (year < 1000 || year > 2100)) return undefined;
	const size = year + Math.max(0, month - 1) / 12 + Math.max(0, day - 1) / 372;
	const length = day > 0 ? 0 : month > 0 ? 30 / 372 : 0.999;
	const shape = day > 0 ? 'day' : month > 0 ? 'month' : 'year';
	return { family: 'date', shape, size, end: size + length };
}

const spans: Record<string, number> = {
	...{ second: 1 / 86_400, minute: 1 / 1440, hour: 1 / 24, day: 1, week: 7, month: 30.4 },
	...{ year: 365, decade: 3652, century: 36_525, centurie: 36_525 }
};
const scales: Record<string, number> = { thousand: 1e3, million: 1e6, billion: 1e9 };

function countValue(text: string): Value | undefined {
	const found =
		/^(?:about |around |roughly |nearly |almost |over |under |more than |less than |fewer than |at least |at most |up to )?([$£€])?(\d[\d.]*|[a-z]+)(?:(?= |$)|(%)|(st|nd|rd|th)) ?(.*)$/.exec(
			text.replace(/(\d),(?=\d{3})/g, '$1')
		);
	if (!found) return undefined;
	const [, money = '', number = '', percent = '', nth, rest = ''] = found;
	const amount = numerals.get(number) ?? (/^\d/.test(number) ? Number(number) : undefined);
	if (amount === undefined || Number.isNaN(amount)) return undefined;
	const words = rest.split(' ').filter(Boolean);
	const scale = scales[words[0] ?? ''];
	const unit = `${money}${percent}${words.slice(scale ? 1 : 0).join(' ')}`.replace(/s$/, '');
	if (unit.split(' ').length > 3) return undefined;
	if (nth) return { family: `ordinal ${unit}`, shape: 'ordinal', size: amount };
	const span = spans[unit];
	return span === undefined
		? { family: `number ${unit}`, shape: `number ${unit}`, size: amount * (scale ?? 1) }
		: { family: 'duration', shape: 'duration', size: amount * span };
}

/** A date, a number with its unit, a length of time, a month, a weekday or an ordinal; undefined for all else. */
export const valueOf = remembered((text): Value | undefined => {
	const plain = fold(text.trim()).replace(/\.$/, '');
	const place = (list: readonly string[], family: string): Value | undefined => {
		const size = list.indexOf(plain);
		return size < 0 ? undefined : { family, shape: family, size };
	};
	return (
		dateValue(plain) ??
		place(months, 'month of the year') ??
		place(weekdays, 'weekday') ??
		place(ordinals, 'ordinal') ??
		countValue(plain)
	);
});
