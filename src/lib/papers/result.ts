import type { Form } from '../forms/form.ts';
import { shownSeed } from '../forms/seed.ts';
import type { Response } from '../marking/response.ts';
import type { Grounds } from './evidence.ts';
import { feedbackOn, type Feedback } from './feedback.ts';
import type { Heading } from './paper.ts';

const sum = (list: Feedback[], of: (one: Feedback) => number) =>
	list.reduce((total, one) => total + of(one), 0);

/** The result of a paper, or of the part of it that was asked for. */
export function resultPage(
	form: Form,
	responses: readonly Response[],
	{ title, explainers }: Heading,
	grounds: Grounds,
	only: number[] | undefined
) {
	const items = responses
		.map((response, position) => ({ response, number: position + 1 }))
		.filter(({ number }) => !only || only.includes(number))
		.map(({ response, number }) => feedbackOn(form, number, response, grounds));
	return {
		module: { id: form.module, title },
		explainers,
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
