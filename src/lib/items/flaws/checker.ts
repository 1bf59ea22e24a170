import type { Company, Judged } from './judged.ts';

/**
 * The 19 item-writing flaws, in the order in which tables list them: those of S. Moore et al. (SAQUET, 2024), after
 * Tarrant and Ware (Medical Education 42, 2008) and Haladyna, Downing and Rodriguez (Applied Measurement in Education 15, 2002).
 */
export const flaws = [
	'ambiguous-stem',
	'implausible-distractor',
	'none-of-the-above',
	'longest-is-key',
	'gratuitous-information',
	'true-false',
	'convergence-cue',
	'logical-cue',
	'all-of-the-above',
	'fill-in-the-blank',
	'absolute-term',
	'repeated-word',
	'unfocused-stem',
	'complex-options',
	'grammatical-cue',
	'out-of-order',
	'vague-term',
	'more-than-one-right',
	'negative-stem'
] as const;
export type Flaw = (typeof flaws)[number];

/** Looks for one flaw in one item. Answers a sentence for the writer, or undefined when the flaw is not there. */
export type Checker = (item: Judged, company: Company) => string | undefined;
export type Checkers<F extends Flaw> = Record<F, Checker>;
