import type { Form } from '../forms/form.ts';
import { readResponses } from '../marking/read.ts';
import type { Grounds } from './evidence.ts';
import { feedbackOn, type Feedback } from './feedback.ts';

/** Nothing to judge, and why, in a sentence. */
export interface Unjudged {
	status: 400 | 422;
	problem: string;
}

/** Judges the answer to one item of a form by itself. `entries` are the fields as a browser sends them. */
export function checkOne(
	form: Form,
	number: number,
	entries: Iterable<readonly [string, string]>,
	grounds: Grounds
): Feedback | Unjudged {
	if (!form.items[number - 1]) return { status: 400, problem: 'This paper has no such question.' };
	const { responses, problems } = readResponses(form, entries, [number]);
	const response = responses[number - 1];
	if (!response || problems[0])
		return { status: 400, problem: problems[0]?.message ?? 'This cannot be judged.' };
	const feedback = feedbackOn(form, number, response, grounds);
	return feedback.verdict === 'unanswered'
		? { status: 422, problem: 'Answer first, then check.' }
		: feedback;
}
