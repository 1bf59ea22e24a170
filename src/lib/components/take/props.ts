import type { CandidateItem } from '#lib/forms/candidate.ts';
import type { Typed } from '#lib/papers/paper.ts';

/** What every view of an item is given: what a candidate may see, and what was typed before. */
export interface TakeProps {
	item: CandidateItem;
	/** The name of its field, or the beginning of their names. */
	name: string;
	typed: Typed;
}
