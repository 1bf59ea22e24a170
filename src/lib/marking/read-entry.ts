import { wordsNumber } from './number-words.ts';

/** What a number may be followed by: the unit that the item asks for, and words of its question. */
export interface Counted {
	unit: string;
	stem: string;
}

const powers: [RegExp, number][] = [
	[/^(?:thousand|thsd|k)\b\.?/, 3],
	[/^(?:millions?|mln|mio)\b\.?/, 6],
	[/^(?:billions?|bn|bln)\b\.?/, 9]
];
const vague = /^(?:about|around|approximately|approx\.?|roughly|circa|ca?\.|some|[~≈])\s*/;

/** Ways to write a unit, by how it begins on the page. */
const units: Record<string, RegExp> = {
	'per cent': /^(?:%|per ?cent|pct\.?)$/,
	kilometres: /^(?:kms?\.?|kilomet(?:re|er)s?)$/,
	'square kilometres': /^(?:(?:sq\.?|square) ?k(?:m|ilomet(?:re|er)s?)\.?|km(?:2|²|\^2))$/,
	years: /^(?:years?|yrs?\.?)$/,
	months: /^months?$/
};

/** Whether the words after a number say no more than the item does. */
function isAsked(rest: string, { unit, stem }: Counted): boolean {
	if (rest === '' || rest === unit.toLowerCase() || units[unit]?.test(rest)) return true;
	const asked = new Set(stem.toLowerCase().match(/\p{L}+/gu));
	const words = rest.split(/\s+/);
	return unit === '' && words.every((word) => asked.has(word));
}

/** Figures with signs between thousands (1,250 / 1.250 / 1 250 / 1’250) or a point or comma before decimals, in plain. */
function plainFigures(text: string): string | undefined {
	const grouped = /^[1-9]\d{0,2}([\s.,'’])\d{3}(?:\1\d{3})*(?:([.,])\d+)?$/.exec(text);
	if (grouped && grouped[1] !== grouped[2])
		return text.replaceAll(grouped[1] ?? '', '').replace(',', '.');
	if (/^\d+(?:\.\d+)?$/.test(text)) return text;
	// Of "1234,567" nobody knows whether a thousand is meant or a thousandth.
	return /^\d+,\d+$/.test(text) && !/^[1-9]\d*,\d{3}$/.test(text)
		? text.replace(',', '.')
		: undefined;
}

/** So that a number in plain is read as itself: "1.234" would be a thousand and more. */
const kept = (plain: string): string => (/^[1-9]\d{0,2}\.\d{3}$/.test(plain) ? `${plain}0` : plain);

function raised(plain: string, power: number): string | undefined {
	if (power === 0) return kept(plain);
	const number = String(Number(`${plain}e${power}`));
	return number.includes('e') ? undefined : kept(number);
}

/**
 * A number as people type it, in figures alone with a point before decimals; undefined when it cannot be read for certain.
 * What is only taken to be a number is not: "5 or 6", another unit than `counted` has, a sign that may be either.
 */
export function plainNumber(text: string, counted?: Counted): string | undefined {
	const typed = text.trim().toLowerCase().replace('−', '-').replace(vague, '');
	const [, sign = '', figures = '', after = ''] =
		/^(-?)\s*(\d(?:[\d\s.,'’]*\d)?)\.?(?!\d)\s*(.*)$/su.exec(typed) ?? [];
	const [power] = powers.filter(([name]) => name.test(after));
	const rest = power ? after.replace(power[0], '').trim() : after;
	if (figures === '') return wordsNumber(typed, (left) => !!counted && isAsked(left, counted));
	const plain = plainFigures(figures);
	if (plain === undefined || (rest !== '' && !(counted && isAsked(rest, counted))))
		return undefined;
	const number = raised(plain, power?.[1] ?? 0);
	return number === undefined ? undefined : sign + number;
}

/** The number that was typed; undefined when it is none. */
export function readNumber(text: string, counted?: Counted): number | undefined {
	const plain = plainNumber(text, counted);
	return plain === undefined ? undefined : Number(plain);
}
