import { createEmptyCard, fsrs, type Card, type Grade } from 'ts-fsrs';

/** How well a reader knew an item: again, hard, good, easy. */
export const ratings = [1, 2, 3, 4] as const;
export type Rating = (typeof ratings)[number];

/** An item as reviews know it. */
export interface Met {
	id: string;
	rev: string;
	topic: string;
}

/** When an item comes back, and why then. Times in milliseconds; ratings and states are those of ts-fsrs. */
export interface Review extends Met {
	due: number;
	/** Days after which nine of ten such items are still known. */
	stability: number;
	/** 1 (easy) to 10. */
	difficulty: number;
	scheduledDays: number;
	reps: number;
	lapses: number;
	state: number;
	first: number;
	last: number;
	/** Marks gained and full mark of the last answer. */
	gained: number;
	full: number;
	/** The bank had no such item when it was last asked for: it waits apart. */
	gone: boolean;
}

/** What an answer gained. */
export interface Answer {
	mark: number;
	of: number;
}

/** Whole days only, so that what was answered today does not come back today; nothing by chance. */
const scheduler = fsrs({ enable_short_term: false, enable_fuzz: false });

/** No mark: again; some: hard; all: good. */
export function ratingOf({ mark, of }: Answer): Rating {
	if (mark <= 0) return 1;
	return mark < of ? 2 : 3;
}

/** What a reader may say of an answer: no more than its mark bears out. */
export const ratingsFor = (answer: Answer): Rating[] =>
	ratings.filter((rating) => rating <= (ratingOf(answer) === 3 ? 4 : ratingOf(answer)));

const cardOf = (review: Review): Card => ({
	due: new Date(review.due),
	stability: review.stability,
	difficulty: review.difficulty,
	elapsed_days: 0, // deprecated: ts-fsrs counts them from last_review
	scheduled_days: review.scheduledDays,
	learning_steps: 0,
	reps: review.reps,
	lapses: review.lapses,
	state: review.state,
	last_review: new Date(review.last)
});

/**
 * The review of an item after an answer.
 * @param before undefined when the item was never met
 * @param now milliseconds; a clock that was set back counts as no time passed
 */
export function answered(
	before: Review | undefined,
	met: Met,
	answer: Answer,
	rating: Rating,
	now: number
): Review {
	const at = Math.max(now, before?.last ?? now);
	const card = before ? cardOf(before) : createEmptyCard(new Date(at));
	const next = scheduler.next(card, new Date(at), rating as Grade).card;
	const { id, rev, topic } = met;
	return {
		...{ id, rev, topic },
		due: next.due.getTime(),
		stability: next.stability,
		difficulty: next.difficulty,
		scheduledDays: next.scheduled_days,
		reps: next.reps,
		lapses: next.lapses,
		state: next.state,
		first: before?.first ?? at,
		last: at,
		gained: answer.mark,
		full: answer.of,
		gone: false
	};
}

/** How likely the item is still known, 0 to 1: the forgetting curve of FSRS. */
export const retrievability = (review: Review, now: number): number =>
	scheduler.get_retrievability(cardOf(review), new Date(Math.max(now, review.last)), false);
