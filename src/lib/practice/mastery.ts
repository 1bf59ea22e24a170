import { retrievability, type Review } from './review.ts';

/** An item counts as known while it is recalled with at least this likelihood. */
export const knownFrom = 0.9;

/** How a reader stands in a topic. */
export interface Mastery {
	topic: string;
	/** Items of the topic that were answered at least once. */
	met: number;
	/** Of these, how many are known now: likely to be recalled nine times in ten, and last answered in full. */
	known: number;
}

/** Mastery by topic; topics of which nothing was met are left out. */
export function masteryOf(reviews: readonly Review[], now: number): Mastery[] {
	const topics = new Map<string, Mastery>();
	for (const review of reviews) {
		if (review.gone) continue;
		const one = topics.get(review.topic) ?? { topic: review.topic, met: 0, known: 0 };
		const known = review.gained >= review.full && retrievability(review, now) >= knownFrom;
		topics.set(review.topic, { ...one, met: one.met + 1, known: one.known + (known ? 1 : 0) });
	}
	return [...topics.values()];
}
