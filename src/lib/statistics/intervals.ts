import { fPoint, normalPoint } from './distributions.ts';

/** A 95 % confidence interval, two-sided, in the unit of what it is about. */
export interface Interval {
	low: number;
	high: number;
}

/**
 * Wilson's score interval for a share `p` of `n` answers (E. B. Wilson, JASA 22, 1927).
 * With part marks, `p` is a mean between 0 and 1, which varies less than a share does: the interval is then too wide, never too narrow.
 */
export function wilson(p: number, n: number): Interval {
	const z2 = normalPoint ** 2;
	const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
	const half = (normalPoint / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
	return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) };
}

/**
 * The interval for a correlation `r` of `n` pairs by Fisher's z (R. A. Fisher, Metron 1, 1921).
 * Undefined for fewer than four pairs. Exact for two normal variables; for marks of 0 and 1 an approximation.
 */
export function fisher(r: number, n: number): Interval | undefined {
	if (n < 4) return undefined;
	const half = normalPoint / Math.sqrt(n - 3);
	return { low: Math.tanh(Math.atanh(r) - half), high: Math.tanh(Math.atanh(r) + half) };
}

/**
 * Feldt's interval for alpha from `n` attempts at `k` items (L. S. Feldt, Psychometrika 30, 1965):
 * (1 - α) / (1 - α̂) is distributed as F with n - 1 and (n - 1)(k - 1) degrees of freedom.
 * Across parallel forms `k` is the mean length, and the interval an approximation.
 */
export function feldt(alpha: number, n: number, k: number): Interval {
	const [df1, df2] = [n - 1, (n - 1) * (k - 1)];
	return {
		low: 1 - (1 - alpha) * fPoint(0.975, df1, df2),
		high: 1 - (1 - alpha) * fPoint(0.025, df1, df2)
	};
}
