import { need, type Index } from '#lib/facts/pack.ts';
import type { Form } from '#lib/forms/form.ts';
import { shownSeed } from '#lib/forms/seed.ts';
import { mark } from '#lib/marking/mark.ts';
import type { Mark, Response } from '#lib/marking/response.ts';
import { reportLink } from '#lib/report.ts';
import { cardOf, type Card } from './card.ts';
import { filled, outcomes, type Filled, type Outcome } from './outcomes.ts';

/** What became of one item, with the evidence that its rationales cite. */
export interface Feedback {
	number: number;
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

/** The feedback on one item of a form. */
export function feedbackOn(form: Form, number: number, response: Response, index: Index): Feedback {
	const placed = form.items[number - 1];
	if (!placed) throw new Error(`form ${form.module}/${form.seed} has no item ${number}`);
	const { item } = placed;
	const marked = mark(item, response);
	const verdict = verdictOf(marked);
	const cited: string[] = [];
	const numberOf = (fact: string) => {
		if (!cited.includes(fact)) cited.push(fact);
		return cited.indexOf(fact) + 1;
	};
	const lines = outcomes(item, response, verdict === 'right').map(({ rationale, ...line }) => ({
		...line,
		why: rationale.text,
		cites: [...new Set(rationale.facts)].map(numberOf),
		sources: (rationale.facts.length > 0 ? [] : rationale.sources).map(({ source, locator }) => ({
			id: source,
			short: need(index.source, source, 'source').short,
			// of a source that we have in excerpts it says nothing more
			locator: locator === 'excerpt' ? '' : locator
		}))
	}));
	const paper = { Paper: `${form.module}/${form.seed}`, Question: number };
	const met = { Item: item.id, Revision: item.rev, ...paper };
	return {
		number,
		stem: item.stem,
		gained: marked.gained,
		full: marked.full,
		verdict,
		sentence: filled(item),
		lines,
		cards: cited.map((fact) => cardOf(fact, index, paper)),
		report: reportLink(index.pack.sourcebook.report, `Item ${item.id}`, met)
	};
}

const sum = (list: Feedback[], of: (one: Feedback) => number) =>
	list.reduce((total, one) => total + of(one), 0);

/** The result of a paper, or of the part of it that was asked for. */
export function resultPage(
	form: Form,
	responses: readonly Response[],
	index: Index,
	only: number[] | undefined
) {
	const items = responses
		.map((response, position) => ({ response, number: position + 1 }))
		.filter(({ number }) => !only || only.includes(number))
		.map(({ response, number }) => feedbackOn(form, number, response, index));
	const module = index.module.get(form.module);
	return {
		module: { id: form.module, title: module?.title ?? form.module },
		explainers: module?.explainers ?? [],
		seed: form.seed,
		shownSeed: shownSeed(form.seed),
		only,
		items,
		gained: sum(items, ({ gained }) => gained),
		full: sum(items, ({ full }) => full),
		right: items.filter(({ verdict }) => verdict === 'right').length,
		missed: items.filter(({ verdict }) => verdict !== 'right').map(({ number }) => number)
	};
}
export type ResultPage = ReturnType<typeof resultPage>;
