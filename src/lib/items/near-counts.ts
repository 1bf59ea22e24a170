import type { CountValue, Fact, RoleValue } from '../facts/schema.ts';
import { hash } from './hash.ts';
import { isCount } from './values.ts';

/** Rounds to as many significant figures as the example has; whole numbers stay whole, decimals keep their number. */
function likeFigures(value: number, example: number): number {
	const decimals = String(example).split('.')[1]?.length ?? 0;
	// No nought at the end, which would fall away.
	if (decimals > 0) return Number(value.toFixed(decimals).replace(/0$/, '4'));
	const digits = String(example).replace(/0+$/, '').length;
	const size = 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(value))) + 1 - digits);
	return Math.round(value / size) * size;
}

/**
 * Numbers near a count that no source reports for it, in figures of the same kind. Their proof is the key itself:
 * one value is reported, and it is another one.
 */
export function nearCounts(fact: Fact, value: CountValue): CountValue[] {
	const lean = (hash(fact.id) % 7) / 100;
	// Where there is no room for more above the key, something between it and the whole.
	const above = value.most !== undefined && value.most < value.count * 1.4 ? [1.14] : [];
	const factors = [0.36, 0.52, 0.7, ...above, 1.4, 1.75, 2.3, 2.9].map((factor) => factor + lean);
	// Of a majority, the rest is the part that may be larger or smaller.
	const near = (factor: number) =>
		isMajority(value) ? 100 - (100 - value.count) * factor : value.count * factor;
	return factors
		.map((factor) => ({ ...value, count: likeFigures(near(factor), value.count) }))
		.filter(({ count }) => count > 0);
}

/** A share of more than half. */
const isMajority = ({ count, unit }: CountValue): boolean => unit === 'per cent' && count > 50;

/** What nothing exceeds: a whole, and the terms that people set each other. */
const bounds: Partial<Record<string, number>> = { 'per cent': 100, years: 99 };

/** A part is not larger than its whole; and nobody who has learnt anything takes a majority for a minority. */
export const isPossible = (key: RoleValue, value: RoleValue): boolean =>
	!isCount(key) ||
	!isCount(value) ||
	(value.count <= (key.most ?? Math.max(key.count, bounds[key.unit ?? ''] ?? Infinity)) &&
		isMajority(value) === isMajority(key));
