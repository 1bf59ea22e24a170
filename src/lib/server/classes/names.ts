const longestName = 60;

/** A name as it is shown: one line, no control characters, single spaces. Undefined when nothing is left, or too much. */
export function cleanName(text: string, longest = longestName): string | undefined {
	const name = text
		.normalize('NFC')
		.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, ' ')
		.replace(/\s+/gu, ' ')
		.trim();
	const length = [...name].length;
	return length >= 1 && length <= longest ? name : undefined;
}

/** What two names have in common that people take for the same: case, width and spaces do not count. */
export const nameKey = (name: string): string =>
	// upper and then lower: ß and ẞ meet in ss, σ and ς in σ
	name.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC').replace(/\s+/gu, ' ').trim();
