import type { Flaw } from '../../src/lib/items/flaws/checker.ts';
import { cues } from './flaw-mutators/cues.ts';
import { options } from './flaw-mutators/options.ts';
import { stems } from './flaw-mutators/stems.ts';
import type { Mutator } from './flaw-mutators/tools.ts';

const all: Record<Flaw, Record<string, Mutator>> = { ...stems, ...options, ...cues };

const mark = ' … ';
/**
 * A sentence with one gap is mutated as what its checkers see: the sentence with a mark in place of the gap, and the gap's
 * options. Where the mark is lost, it is no sentence with a gap any more.
 */
const inGap =
	(mutate: Mutator): Mutator =>
	(item, draw, other) => {
		const { gaps, parts = [], ...rest } = item;
		const [gap, ...more] = gaps ?? [];
		if (!gap) return mutate(item, draw, other);
		if (more.length > 0) return undefined;
		const before = parts.join(mark);
		const mutant = mutate({ ...rest, stem: before, options: gap.options }, draw, other);
		const around = mutant?.stem.split(mark);
		if (around?.length !== 2 || !mutant?.options) return undefined;
		return { ...item, parts: around, gaps: [{ ...gap, options: mutant.options }] };
	};

export const mutators = Object.fromEntries(
	Object.entries(all).map(([flaw, list]) => [
		flaw,
		Object.fromEntries(Object.entries(list).map(([name, mutate]) => [name, inGap(mutate)]))
	])
) as typeof all;
