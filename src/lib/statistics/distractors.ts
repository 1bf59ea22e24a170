import { scoreShare, type Column, type Table } from './attempts.ts';
import { groupsOf, weightedMean } from './groups.ts';

/** An option as far as statistics know it. */
export interface OptionKey {
	id: string;
	key: boolean;
}

/** Who chose an option: shares, 0 to 1, of all takers and of each ability group. */
export interface OptionStatistics extends OptionKey {
	/** How many chose it. */
	chosen: number;
	share: number;
	groups: { lower: number; middle: number; upper: number };
	/** For a distractor: at least 5 % chose it. Always true of a key. */
	functioning: boolean;
}

export interface DistractorAnalysis {
	options: OptionStatistics[];
	/** The share of takers who chose nothing. */
	omitted: number;
	/** The share of distractors that function, 0 to 1; undefined when there is none. */
	efficiency: number | undefined;
}

/** A distractor that fewer choose does no work (Tarrant, Ware and Mohammed, BMC Medical Education 9:40, 2009). */
export const functioningShare = 0.05;

/**
 * Who chose what. `options` are all options of the item in this revision, so that one that nobody chose is seen too;
 * chosen ids that are not among them count as chosen, of no option. Available cases: all who took the item, in the
 * groups of `groupsOf` by whole score. Where several may be chosen the shares add up to more than 1.
 * Undefined when the answers carry no options.
 */
export function distractorAnalysis(
	column: Column,
	{ scores }: Table,
	options: readonly OptionKey[]
): DistractorAnalysis | undefined {
	if (options.length === 0 || column.chosen.every((list) => list === undefined)) return undefined;
	const n = column.takers.length;
	const groups = groupsOf(
		column.takers.map((taker) => scoreShare(scores[taker] ?? { gained: 0, full: 1 }))
	);
	const found = options.map(({ id, key }) => {
		const hits = column.chosen.map((list) => (list?.includes(id) ? 1 : 0));
		const chosen = hits.filter((hit) => hit === 1).length;
		return {
			...{ id, key, chosen, share: chosen / n },
			groups: {
				lower: weightedMean(hits, groups.lower),
				middle: weightedMean(hits, groups.middle),
				upper: weightedMean(hits, groups.upper)
			},
			functioning: key || chosen >= functioningShare * n
		};
	});
	const distractors = found.filter(({ key }) => !key);
	return {
		options: found,
		omitted: column.chosen.filter((list) => !list?.length).length / n,
		efficiency:
			distractors.length === 0
				? undefined
				: distractors.filter(({ functioning }) => functioning).length / distractors.length
	};
}
