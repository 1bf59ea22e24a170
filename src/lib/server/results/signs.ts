/**
 * Signs that people copy by hand: Crockford's base 32, in which no sign looks like another (no I, L, O, U), in groups of
 * five, with one check sign. The check is a sum over the field of 32 elements with another weight at each place: every
 * single wrong sign is found, and every exchange of two neighbours.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groupLength = 5;

/** x^5 + x^2 + 1 over two elements: every weight but 0 is a power of 2 (that is, of x). */
const polynomial = 0b100101;
const double = (value: number) => (value & 16 ? (value << 1) ^ polynomial : value << 1);

/** Horner's scheme: the last value has weight 1. Zero for a code with its check sign. */
const sum = (values: readonly number[]) =>
	values.reduce((total, value) => double(total) ^ value, 0);

/** `length` signs for a number, the highest place first. @throws when it does not fit */
export function toSigns(number: bigint, length: number): string {
	if (number >= 1n << BigInt(5 * length))
		throw new Error(`the number needs more than ${length} signs`);
	let rest = number;
	let signs = '';
	for (let at = 0; at < length; at++, rest >>= 5n)
		signs = (alphabet[Number(rest & 31n)] ?? '') + signs;
	return signs;
}

export const fromSigns = (signs: string): bigint =>
	[...signs].reduce((number, sign) => (number << 5n) | BigInt(alphabet.indexOf(sign)), 0n);

const valuesOf = (signs: string) => [...signs].map((sign) => alphabet.indexOf(sign));

/** Adds the check sign at the end. */
export const withCheck = (signs: string): string =>
	signs + (alphabet[double(sum(valuesOf(signs)))] ?? '');

/** In groups of five, as it is shown. */
export const inGroups = (signs: string): string =>
	signs.match(new RegExp(`.{1,${groupLength}}`, 'g'))?.join('-') ?? '';

/**
 * The signs of a code as it was typed, in any case, without their check sign. Undefined when a sign is none, or the check
 * fails: a slip of whoever copied it.
 */
export function readSigns(text: string): string | undefined {
	const signs = text
		.toUpperCase()
		.replace(/[^\p{L}\p{N}]/gu, '')
		.replaceAll('O', '0')
		.replace(/[IL]/g, '1');
	const values = valuesOf(signs);
	const whole = values.length > 1 && !values.includes(-1) && sum(values) === 0;
	return whole ? signs.slice(0, -1) : undefined;
}
