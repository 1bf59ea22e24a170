/** Ability groups, as the weight (0 to 1) of each taker in each; the three weights of a taker add up to 1. */
export interface Groups {
	lower: number[];
	middle: number[];
	upper: number[];
}

/** The share of takers in the upper and in the lower group (T. L. Kelley, Journal of Educational Psychology 30, 1939). */
export const groupShare = 0.27;

/** Full weight below the place where the group is full; those who tie there share what places are left. */
function weights(ascending: readonly number[], size: number): number[] {
	const cut = ascending[size - 1] ?? 0;
	const below = ascending.filter((score) => score < cut).length;
	const tied = ascending.filter((score) => score === cut).length;
	return ascending.map((score) => (score < cut ? 1 : score === cut ? (size - below) / tied : 0));
}

/**
 * The lower, middle and upper group of takers whose scores are given in ascending order. The outer groups hold 27 % each,
 * rounded, at least one. Ties at a border are shared out, so that the result does not hang on the order of attempts.
 */
export function groupsOf(ascending: readonly number[]): Groups {
	const size = Math.max(1, Math.round(groupShare * ascending.length));
	const lower = weights(ascending, size);
	const upper = weights(ascending.map((score) => -score).reverse(), size).reverse();
	return { lower, upper, middle: lower.map((weight, i) => 1 - weight - (upper[i] ?? 0)) };
}

/** The mean of some values by weight; 0 when the group is empty. */
export function weightedMean(values: readonly number[], weight: readonly number[]): number {
	let [sum, total] = [0, 0];
	values.forEach((value, i) => {
		sum += value * (weight[i] ?? 0);
		total += weight[i] ?? 0;
	});
	return total === 0 ? 0 : sum / total;
}
