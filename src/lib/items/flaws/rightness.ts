import type { Checker } from './checker.ts';
import { normal, valueOf } from './text.ts';

const longestName = 6;

/** Whether whoever gives one of two values gives the other too: "12 May 1994", "1994"; "6 weeks", "six weeks"; one of two names. */
function coincide(a: string, b: string): boolean {
	if (normal(a) === normal(b)) return true;
	const [x, y] = [valueOf(a), valueOf(b)];
	if (x && y && x.family === y.family) {
		if (x.family !== 'date') return Math.abs(x.size - y.size) < 1e-9;
		return x.size <= (y.end ?? y.size) && y.size <= (x.end ?? x.size);
	}
	const names = (text: string) => {
		const parts = text
			.split(/ \/ | \(|\)/)
			.map(normal)
			.filter(Boolean);
		// In a long text, or in one that measures, only a part of it has two names: "35 km west of Lviv / Lwów".
		const isPart = (part: string) => part.split(' ').length > longestName || /\d/.test(part);
		return parts.some(isPart) ? [normal(text)] : parts;
	};
	return names(a).length + names(b).length > 2 && names(a).some((name) => names(b).includes(name));
}

/**
 * Two keys where one is wanted; a distractor that says what a key says, in other words or less exactly; a distractor that
 * is keyed where the same question is put elsewhere; two entries or options that read the same.
 */
export const moreThanOneRight: Checker = (item, { asked }) => {
	const { keys, distractors, options, rows, entries, single, stem, id } = item;
	if (single && keys.length > 1)
		return `${keys.length} options are keyed, and the stem doesn’t ask for several`;
	for (const key of keys)
		for (const text of distractors)
			if (coincide(key, text)) return `"${text}" is as right as "${key}"`;
	const twins = rows.length > 0 ? options : entries;
	const twin = twins.find((text, i) => twins.some((other, j) => j < i && coincide(text, other)));
	if (twin !== undefined) return `"${twin}" stands there twice`;
	if (distractors.length === 0) return undefined;
	const other = (asked.get(stem) ?? []).find(
		(one) => one.id !== id && one.keys.some((key) => distractors.includes(key))
	);
	if (!other) return undefined;
	const key = other.keys.find((text) => distractors.includes(text));
	return `"${key}" is wrong here, and right in ${other.id}, which asks the same`;
};
