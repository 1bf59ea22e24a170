/** 97.5 % point of the standard normal distribution: all intervals here are 95 % intervals, two-sided. */
export const normalPoint = 1.959963984540054;

const lanczos = [
	0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
	-176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
	1.5056327351493116e-7
];

/** ln Γ(x) for x ≥ 0.5, by Lanczos' series (SIAM Journal on Numerical Analysis B 1, 1964; g = 7, n = 9). */
function logGamma(x: number): number {
	const base = x + 6.5;
	const series = lanczos.reduce((sum, term, i) => (i === 0 ? term : sum + term / (x - 1 + i)), 0);
	return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(base) - base + Math.log(series);
}

/** The continued fraction of the incomplete beta function, by Lentz' method (Press et al., Numerical Recipes, 6.4). */
function betaFraction(x: number, a: number, b: number): number {
	const tiny = 1e-300;
	const nonZero = (value: number) => (Math.abs(value) < tiny ? tiny : value);
	let c = 1;
	let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
	let result = d;
	for (let m = 1; m < 10_000; m++) {
		const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
		d = 1 / nonZero(1 + even * d);
		c = nonZero(1 + even / c);
		result *= d * c;
		const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / nonZero(1 + odd * d);
		c = nonZero(1 + odd / c);
		result *= d * c;
		if (Math.abs(d * c - 1) < 1e-16) break;
	}
	return result;
}

/** The regularised incomplete beta function I_x(a, b) for 0 ≤ x ≤ 1 (Abramowitz and Stegun, 26.5.8). */
export function betaShare(x: number, a: number, b: number): number {
	if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
	const front = Math.exp(
		logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x)
	);
	// The fraction converges fast below the mean only.
	return x < (a + 1) / (a + b + 2)
		? (front * betaFraction(x, a, b)) / a
		: 1 - (front * betaFraction(1 - x, b, a)) / b;
}

/**
 * The point of the F distribution with `df1` and `df2` degrees of freedom below which `share` of it lies,
 * found by halving the range of x = df1 F / (df1 F + df2), whose distribution is beta (Abramowitz and Stegun, 26.6.2).
 */
export function fPoint(share: number, df1: number, df2: number): number {
	let [low, high] = [0, 1];
	for (let turn = 0; turn < 80; turn++) {
		const middle = (low + high) / 2;
		if (betaShare(middle, df1 / 2, df2 / 2) < share) low = middle;
		else high = middle;
	}
	const x = (low + high) / 2;
	return (df2 * x) / (df1 * (1 - x));
}
