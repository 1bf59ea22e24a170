import type { Form } from '../forms/form.ts';
import { mark } from '../marking/mark.ts';
import type { Mark, Response } from '../marking/response.ts';
import { reportLink } from '../report.ts';
import type { Card, Grounds } from './evidence.ts';
import { filled, outcomes, type Filled, type Outcome } from './outcomes.ts';

/** What became of one item, with the evidence that its rationales cite. */
export interface Feedback {
	number: number;
	/** Whose feedback it is, for the reader's own reviews. */
	item: { id: string; rev: string; topic: string };
	stem: string;
	gained: number;
	full: number;
	verdict: 'right' | 'partly' | 'wrong' | 'unanswered';
	/** Cloze: the sentence with its gaps filled. */
	sentence: Filled[];
	lines: FeedbackLine[];
	cards: Card[];
	/** A message that says already which question of which paper is meant. */
	report: string;
}
export type FeedbackLine = Omit<Outcome, 'rationale'> & {
	why: string;
	/** 1-based numbers of `cards`. */
	cites: number[];
	/** What shows a rationale that is about sources alone, not about facts. */
	sources: { id: string; short: string; locator: string }[];
};

function verdictOf({ answered, gained, full }: Mark): Feedback['verdict'] {
	if (!answered) return 'unanswered';
	if (gained >= full) return 'right';
	return gained > 0 ? 'partly' : 'wrong';
}

/** Facts by their number in the feedback, in the order in which they are first cited. */
function numbering() {
	const cited: string[] = [];
	const numberOf = (fact: string) => {
		if (!cited.includes(fact)) cited.push(fact);
		return cited.indexOf(fact) + 1;
	};
	return { cited, numberOf };
}

/** A card whose report says also where the fact was met. */
const metAt = (card: Card, about: Record<string, string | number>, report: string): Card => ({
	...card,
	report: reportLink(report, `Fact ${card.id}`, { Fact: card.id, ...about })
});

/** The feedback on one item of a form, the same on the server and on a device. @throws when there is no such item */
export function feedbackOn(
	form: Form,
	number: number,
	response: Response,
	grounds: Grounds
): Feedback {
	const item = form.items[number - 1]?.item;
	if (!item) throw new Error(`form ${form.module}/${form.seed} has no item ${number}`);
	const marked = mark(item, response);
	const verdict = verdictOf(marked);
	const { cited, numberOf } = numbering();
	const lines = outcomes(item, response, verdict === 'right').map(({ rationale, ...line }) => ({
		...line,
		why: rationale.text,
		cites: [...new Set(rationale.facts)].map(numberOf),
		sources: (rationale.facts.length > 0 ? [] : rationale.sources).map(({ source, locator }) => ({
			id: source,
			short: grounds.short(source),
			// of a source that we have in excerpts it says nothing more
			locator: locator === 'excerpt' ? '' : locator
		}))
	}));
	// an item by itself, in a review, is on no paper
	const paper = form.module ? { Paper: `${form.module}/${form.seed}`, Question: number } : {};
	const { id, rev, topic, stem } = item;
	return {
		number,
		item: { id, rev, topic },
		stem,
		gained: marked.gained,
		full: marked.full,
		verdict,
		sentence: filled(item),
		lines,
		cards: cited.map((fact) => metAt(grounds.card(fact), paper, grounds.report)),
		report: reportLink(grounds.report, `Item ${id}`, { Item: id, Revision: rev, ...paper })
	};
}
