const small =
	'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
		' '
	);
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const large: Record<string, number> = { thousand: 1000, million: 1_000_000 };

/** What a word adds to a number below a thousand: undefined when it is no number, or cannot follow what is there. */
function added(sum: number, word: string): number | undefined {
	if (word === 'a') return sum === 0 ? 1 : undefined;
	if (word === 'hundred') return sum > 0 && sum < 10 ? sum * 100 : undefined;
	const [one, ten] = [small.indexOf(word), tens.indexOf(word)];
	if (ten >= 0) return sum % 100 === 0 ? sum + 20 + ten * 10 : undefined;
	if (one < 0) return undefined;
	const fits = one < 10 ? sum % 10 === 0 && sum % 100 !== 10 : sum % 100 === 0;
	return fits ? sum + one : undefined;
}

/**
 * A whole number in English words ("forty-four", "two hundred and seven"), in figures; undefined when it is none.
 * @param isUnit judges what follows the number
 */
export function wordsNumber(text: string, isUnit: (rest: string) => boolean): string | undefined {
	const words = text.split(/[\s-]+/);
	let [sum, part, at] = [0, 0, 0];
	for (; at < words.length; at++) {
		const word = words[at] ?? '';
		if (word === 'and' && at > 0) continue;
		const factor = large[word];
		const next = factor === undefined ? added(part, word) : undefined;
		if (factor !== undefined && part > 0) [sum, part] = [sum + part * factor, 0];
		else if (next !== undefined) part = next;
		else break;
	}
	if (at === 0 || (words[0] === 'a' && sum + part === 1)) return undefined;
	const rest = words.slice(at).join(' ');
	return rest === '' || isUnit(rest) ? String(sum + part) : undefined;
}
