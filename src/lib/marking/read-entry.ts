/** A number as people type it, in figures alone: spaces and commas between thousands taken out, a point before decimals. */
export function plainNumber(text: string): string | undefined {
	const plain = text.trim().replace(/(\d)[\s,\u00a0\u202f](?=\d{3}(?:\D|$))/g, '$1');
	return /^-?\d+(?:\.\d+)?$/.test(plain) ? plain : undefined;
}

/** The number that was typed; undefined when it is none. */
export function readNumber(text: string): number | undefined {
	const plain = plainNumber(text);
	return plain === undefined ? undefined : Number(plain);
}

/** Day, month and year as typed, as an EDTF date. Empty when nothing was typed, undefined when it is no date. */
export function readDate(
	parts: { day: string; month: string; year: string },
	worth: 'day' | 'month' | 'year'
): string | undefined {
	const wanted = {
		day: [parts.year, parts.month, parts.day],
		month: [parts.year, parts.month],
		year: [parts.year]
	}[worth].map((part) => part.trim());
	if (wanted.every((part) => part === '')) return '';
	const [year = '', month, day] = wanted;
	if (!/^\d{4}$/.test(year)) return undefined;
	const numbers = [month, day].filter((part) => part !== undefined);
	if (!numbers.every((part) => /^\d{1,2}$/.test(part))) return undefined;
	const text = [year, ...numbers.map((part) => part.padStart(2, '0'))].join('-');
	const [, m = 1, d = 1] = text.split('-').map(Number);
	const real = new Date(Date.UTC(Number(year), m - 1, d));
	return real.getUTCMonth() === m - 1 && real.getUTCDate() === d ? text : undefined;
}
