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

/** A range of numbers or years, with what it counts; an open one has no end. Undefined for all else. */
function rangeOf(text: string): { from: number; to: number; of: string } | undefined {
	const plain = text.replace(/(\d),(?=\d{3})/g, '$1').toLowerCase();
	const closed = /^(?:between |from )?(\d+)(?: ?[-–] ?| to | and )(\d+)(?!\d| ?[-–] ?\d)(.*)$/.exec(
		plain
	);
	if (closed && Number(closed[1]) < Number(closed[2]))
		return { from: Number(closed[1]), to: Number(closed[2]), of: closed[3] ?? '' };
	const above = /^(?:more than|over|at least) (\d+)(.*)$/.exec(plain);
	if (above) return { from: Number(above[1]), to: Infinity, of: above[2] ?? '' };
	const below = /^(?:less than|fewer than|under|up to|at most) (\d+)(.*)$/.exec(plain);
	return below ? { from: -Infinity, to: Number(below[1]), of: below[2] ?? '' } : undefined;
}

/** Whether some number lies in both of two ranges, beside their ends. */
function overlap(a: string, b: string): boolean {
	const [one, other] = [rangeOf(a), rangeOf(b)];
	if (!one || !other || one.of !== other.of) return false;
	return one.from < other.to && other.from < one.to;
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
			if (coincide(key, text) || overlap(key, text)) return `"${text}" is as right as "${key}"`;
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
