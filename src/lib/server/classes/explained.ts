import type { Index } from '#lib/facts/pack.ts';
import type { Form } from '#lib/forms/form.ts';
import { fullMark } from '#lib/items/parts.ts';
import type { Card, Grounds } from '#lib/papers/evidence.ts';
import { feedbackOn, type Feedback } from '#lib/papers/feedback.ts';
import { groundsIn } from '../papers.ts';
import type { Shown } from './feedback.ts';
import { emptyAnswer } from './page-answers.ts';

/** A fact that the content no longer has: the paper on which it was asked stays as it was. */
const gone = (id: string, report: string): Card => ({
	id,
	statement: 'What this rested on has been taken out of the sourcebook since.',
	standing: 'attributed',
	told: 'no longer here',
	short: 'No longer here.',
	voices: [],
	positions: [],
	note: '',
	report
});

/** What kept items are explained by: content that may have changed since. */
function groundsNow(index: Index): Grounds {
	const grounds = groundsIn(index);
	return {
		...grounds,
		card: (fact) => (index.fact.has(fact) ? grounds.card(fact) : gone(fact, grounds.report)),
		short: (source) => (index.source.has(source) ? grounds.short(source) : source)
	};
}

/** What there is to say about an answered question, with the evidence. Only for whom `feedbackOf` or `revealItem` gave it. */
export function explained({ item, number, response }: Shown, index: Index): Feedback {
	const form: Form = {
		module: '',
		seed: '',
		bank: '',
		lacks: [],
		items: [{ item, marks: fullMark(item) }]
	};
	return { ...feedbackOn(form, 1, response ?? emptyAnswer(form, 1), groundsNow(index)), number };
}
