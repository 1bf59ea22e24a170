import { group } from '#lib/facts/pack.ts';
import { scoreOf, type Sat } from './sat.ts';

/** Which attempts of a student count. */
export const counts = ['first', 'last', 'best', 'all'] as const;
export type Count = (typeof counts)[number];

/** As the page names them. The first is the usual one: later ones have seen the answers. */
export const countNames: Record<Count, string> = {
	first: 'First attempts',
	last: 'Last attempts',
	best: 'Best attempts',
	all: 'All attempts'
};

export const readCount = (text: string | null): Count =>
	counts.find((count) => count === text) ?? 'first';

const share = (sat: Sat) => {
	const { gained, full } = scoreOf(sat);
	return gained / full;
};

const pick: Record<Count, (own: Sat[]) => Sat[]> = {
	first: (own) => own.slice(0, 1),
	last: (own) => own.slice(-1),
	best: (own) => own.toSorted((a, b) => share(b) - share(a)).slice(0, 1),
	all: (own) => own
};

/** The papers that count, of all that each student handed in. */
export const countedOf = (sats: readonly Sat[], count: Count): Sat[] =>
	[...group(sats, ({ student }) => [student]).values()].flatMap((own) =>
		pick[count](own.toSorted((a, b) => a.n - b.n))
	);
