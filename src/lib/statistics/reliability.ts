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

/** A sum of products of deviations from the mean, and its degrees of freedom. */
interface Pooled {
	products: number;
	freedom: number;
}
/** The mean of unbiased (co)variances, each counting as much as it knows: Σ products / Σ (n - 1). */
const meanOf = ({ products, freedom }: Pooled): number | undefined =>
	freedom === 0 ? undefined : products / freedom;

function pooledVariance(columns: readonly Column[]): Pooled {
	let [products, freedom] = [0, 0];
	for (const { gained } of columns) {
		const mean = gained.reduce((sum, mark) => sum + mark, 0) / gained.length;
		for (const mark of gained) products += (mark - mean) ** 2;
		freedom += gained.length - 1;
	}
	return { products, freedom };
}

/**
 * Over every pair of items that stood together in an attempt. For each item, one pass over what its takers had besides:
 * the time grows with attempts × length², not with the square of the bank.
 */
function pooledCovariance({ scores, columns }: Table): Pooled {
	const rows: { column: number; mark: number }[][] = scores.map(() => []);
	const list = () => new Float64Array(columns.length);
	const [n, x, y, xy] = [list(), list(), list(), list()];
	let [products, freedom] = [0, 0];
	columns.forEach(({ takers, gained }, column) => {
		for (const sums of [n, x, y, xy]) sums.fill(0);
		for (let i = 0; i < takers.length; i++) {
			const mark = gained[i] ?? 0;
			const row = rows[takers[i] ?? 0] ?? [];
			// Rows hold the columns before this one: each pair comes up once.
			for (const other of row) {
				const at = other.column;
				n[at] = (n[at] ?? 0) + 1;
				x[at] = (x[at] ?? 0) + mark;
				y[at] = (y[at] ?? 0) + other.mark;
				xy[at] = (xy[at] ?? 0) + mark * other.mark;
			}
			row.push({ column, mark });
		}
		for (let at = 0; at < column; at++) {
			const both = n[at] ?? 0;
			if (both === 0) continue;
			products += (xy[at] ?? 0) - ((x[at] ?? 0) * (y[at] ?? 0)) / both;
			freedom += both - 1;
		}
	});
	return { products, freedom };
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
	const variance = meanOf(pooledVariance(table.columns));
	const covariance = meanOf(pooledCovariance(table));
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
