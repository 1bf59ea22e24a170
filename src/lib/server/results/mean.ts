import { percent } from '../pages/figures.ts';
import { scoreOf, type Sat } from './sat.ts';

/** The mean share of the marks, of some papers; a dash for none. */
export function meanOf(sats: readonly Sat[]): string {
	if (sats.length === 0) return '–';
	const shares = sats.map(scoreOf).map(({ gained, full }) => gained / full);
	return percent(shares.reduce((sum, one) => sum + one, 0) / shares.length);
}
