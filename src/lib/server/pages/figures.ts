import type { Interval } from '#lib/statistics/intervals.ts';

/** Figures as people read them on the pages. */
export const figure = (value: number) =>
	value
		.toFixed(2)
		.replace(/^-(?!0\.00$)/, '−')
		.replace('-', '');
export const percent = (share: number) => `${Math.round(share * 100)} %`;
export const between = (interval: Interval | undefined) =>
	interval ? ` (95 %: ${figure(interval.low)} to ${figure(interval.high)})` : '';
/** Marks: at most one decimal. */
export const marks = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 1 });
