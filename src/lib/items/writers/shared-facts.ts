import type { Traced } from '../chains.ts';
import type { Writing } from '../context.ts';
import { hashOrder } from '../hash.ts';

/** Two pages of different publishers that support the same fact. */
export type Pair = readonly [Traced, Traced];

const nameOf = (pair: Pair): string => pair.map(({ source }) => source.id).join('+');

/**
 * All pairs of pages that support a common fact, each once, by its name. Who prints a joint text may be one of those who
 * wrote it, which is no case of passing on: such pages are left out.
 */
export function pairsOfFacts(
	pages: Map<string, Traced>,
	{ index }: Writing
): { name: string; pair: Pair }[] {
	const pairs = new Map<string, Pair>();
	for (const { evidence, standing } of index.pack.facts) {
		if (standing === 'contested') continue;
		const ids = evidence.flatMap(({ stance, source }) => (stance === 'supports' ? source : []));
		const traced = [...new Set(ids)]
			.sort()
			.flatMap((id) => pages.get(id) ?? [])
			.filter(({ steps }) => steps.every(({ how }) => how !== 'joint-text'));
		for (const [at, one] of traced.entries())
			for (const two of traced.slice(at + 1))
				if (one.source.publisher !== two.source.publisher)
					pairs.set(nameOf([one, two]), [one, two]);
	}
	const named = [...pairs].map(([name, pair]) => ({ name, pair }));
	return hashOrder(named, 'pairs', ({ name }) => name);
}
