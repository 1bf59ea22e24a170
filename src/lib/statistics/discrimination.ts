import { scoreShare, type Column, type Table } from './attempts.ts';
import { shares } from './facility.ts';
import { groupsOf, weightedMean } from './groups.ts';
import { fisher, type Interval } from './intervals.ts';

/** How far those who do well elsewhere do well on an item, -1 to 1. */
export interface Discrimination {
	value: number;
	/** Missing for fewer than four takers. */
	interval: Interval | undefined;
	/** Takers it rests on: those who had other items too. */
	n: number;
}

/** Pearson's correlation; undefined when either list does not vary. */
export function correlation(x: readonly number[], y: readonly number[]): number | undefined {
	const n = x.length;
	const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / n;
	const [meanX, meanY] = [mean(x), mean(y)];
	let [xx, yy, xy] = [0, 0, 0];
	for (let i = 0; i < n; i++) {
		const [dx, dy] = [(x[i] ?? 0) - meanX, (y[i] ?? 0) - meanY];
		xx += dx * dx;
		yy += dy * dy;
		xy += dx * dy;
	}
	// Shares such as 1/3 leave dust of the order of 1e-32: that is no variance.
	if (n < 2 || xx < n * 1e-24 || yy < n * 1e-24) return undefined;
	return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}

/**
 * Corrected point-biserial discrimination: the correlation of the marks for the item with the share of marks gained
 * in the rest of the same attempt, the item itself taken out (S. Henrysson, Psychometrika 28, 1963; Pearson's r, so part
 * marks are allowed). On one complete form this is the correlation with the sum of the other items.
 * Available cases: every attempt that had the item and at least one other. Forms are parallel, so the shares of
 * different rests are taken as comparable, as in psych's `alpha` with missing answers (row means).
 * Undefined when all gained the same, in the item or in the rest, and for two takers: two points lie on a line.
 */
export function itemRest(column: Column, { scores }: Table): Discrimination | undefined {
	const marks = shares(column);
	const [x, y]: [number[], number[]] = [[], []];
	column.takers.forEach((taker, i) => {
		const score = scores[taker];
		const full = (score?.full ?? 0) - (column.full[i] ?? 0);
		if (!score || score.items < 2) return;
		x.push(marks[i] ?? 0);
		y.push((score.gained - (column.gained[i] ?? 0)) / full);
	});
	const value = x.length > 2 ? correlation(x, y) : undefined;
	return value === undefined
		? undefined
		: { value, interval: fisher(value, x.length), n: x.length };
}

/**
 * Upper-lower D: facility in the best 27 % by whole score, less facility in the weakest 27 %, -1 to 1
 * (T. L. Kelley, Journal of Educational Psychology 30, 1939; R. L. Ebel, Measuring Educational Achievement, 1965).
 * Groups are formed among those who took the item. Undefined for a single taker.
 */
export function upperLower(column: Column, { scores }: Table): number | undefined {
	if (column.takers.length < 2) return undefined;
	const groups = groupsOf(column.takers.map((taker) => scoreShare(scores[taker] ?? nobody)));
	const marks = shares(column);
	return weightedMean(marks, groups.upper) - weightedMean(marks, groups.lower);
}
const nobody = { gained: 0, full: 1 };
