import { scoreShare, type Column, type Table } from './attempts.ts';
import { feldt, type Interval } from './intervals.ts';

/** How far another parallel form would put the same people in the same order, and how far a score may be off. */
export interface Reliability {
	/** KR-20 when every item is marked 0 or full and all are worth the same, else Cronbach's alpha; up to 1, may be below 0. */
	alpha: number;
	coefficient: 'KR-20' | 'alpha';
	interval: Interval;
	/** Standard error of measurement, in marks of a form of mean worth. */
	sem: number;
	/** Attempts, and items per attempt (a mean). */
	n: number;
	items: number;
}

/** Sums over the attempts that hold both items of a pair: count, marks of each, and their products. */
interface PairSums {
	n: number;
	x: number;
	y: number;
	xy: number;
}

/** Every pair of items that stood together in an attempt. One pass over attempts: items per attempt squared, not items of the bank. */
function pairSums({ scores, columns }: Table): PairSums[] {
	const rows: { column: number; mark: number }[][] = scores.map(() => []);
	columns.forEach(({ takers, gained }, column) =>
		takers.forEach((taker, i) => rows[taker]?.push({ column, mark: gained[i] ?? 0 }))
	);
	const pairs = new Map<number, PairSums>();
	for (const row of rows)
		row.forEach((a, i) => {
			for (let j = i + 1; j < row.length; j++) {
				const b = row[j] ?? a;
				const name = a.column * columns.length + b.column;
				let sums = pairs.get(name);
				if (!sums) pairs.set(name, (sums = { n: 0, x: 0, y: 0, xy: 0 }));
				sums.n += 1;
				sums.x += a.mark;
				sums.y += b.mark;
				sums.xy += a.mark * b.mark;
			}
		});
	return [...pairs.values()];
}

function ownSums({ gained }: Column): PairSums {
	const x = gained.reduce((sum, mark) => sum + mark, 0);
	return { n: gained.length, x, y: x, xy: gained.reduce((sum, mark) => sum + mark * mark, 0) };
}

/** Σ cross-products / Σ (n - 1): the mean of unbiased (co)variances, each counting as much as it knows. */
function pooled(sums: readonly PairSums[]): number | undefined {
	let [products, freedom] = [0, 0];
	for (const { n, x, y, xy } of sums) {
		products += xy - (x * y) / n;
		freedom += n - 1;
	}
	return freedom === 0 ? undefined : products / freedom;
}

/** Standard deviation of scores in marks, over the people who sat (divided by n, not by n - 1). */
function scoreDeviation({ scores }: Table): number {
	const shares = scores.map(scoreShare);
	const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
	const variance = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / shares.length;
	return (
		Math.sqrt(variance) * (scores.reduce((sum, { full }) => sum + full, 0) / (scores.length || 1))
	);
}

/**
 * Alpha of a form of mean length k from the mean variance v and mean covariance c of its items:
 * α = k c / (v + (k - 1) c) (L. J. Cronbach, Psychometrika 16, 1951). With 0/1 marks it is KR-20
 * (Kuder and Richardson, Psychometrika 2, 1937), whose p q and whole variance are both population variances:
 * the divisor cancels. SEM = s √(1 - α), s the population standard deviation of scores.
 * Missing by design: variances over all takers of an item, covariances over those who had both items, pooled by their
 * degrees of freedom; pairs that never stood in one form say nothing. On one complete form this is the textbook alpha.
 * Undefined for fewer than two attempts or items, when scores do not vary, and when so few share items that α comes out above 1.
 */
export function reliabilityOf(table: Table): Reliability | undefined {
	const n = table.scores.length;
	const items = table.scores.reduce((sum, score) => sum + score.items, 0) / n;
	const variance = pooled(table.columns.map(ownSums));
	const covariance = pooled(pairSums(table));
	if (n < 2 || items < 2 || variance === undefined || covariance === undefined) return undefined;
	const whole = variance + (items - 1) * covariance;
	if (whole <= 1e-12) return undefined;
	const alpha = (items * covariance) / whole;
	if (alpha > 1 + 1e-12) return undefined;
	const worth = table.columns[0]?.full[0];
	const dichotomous = table.columns.every(({ gained, full }) =>
		gained.every((mark, i) => full[i] === worth && (mark === 0 || mark === worth))
	);
	return {
		alpha,
		coefficient: dichotomous ? 'KR-20' : 'alpha',
		interval: feldt(alpha, n, items),
		sem: scoreDeviation(table) * Math.sqrt(Math.max(0, 1 - alpha)),
		n,
		items
	};
}
