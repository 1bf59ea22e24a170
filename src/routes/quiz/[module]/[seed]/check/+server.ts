import { render } from 'svelte/server';
import Feedback from '#lib/components/feedback/Feedback.svelte';
import { readResponses } from '#lib/marking/read.ts';
import { bothNames } from '#lib/server/both-names.ts';
import { library } from '#lib/server/library.ts';
import { feedbackOn } from '#lib/server/pages/feedback.ts';
import { entriesOf } from '#lib/server/pages/handin.ts';
import { formAt } from '../../../problems.ts';

const say = (status: number, sentence: string) => new Response(sentence, { status });

/** The feedback on one item as a fragment of the page; a sentence when there is nothing to judge. */
export async function POST({ params, request }) {
	const form = formAt(params);
	const entries = (await entriesOf(request)) ?? [];
	const number = Number(entries.find(([name]) => name === 'number')?.[1]);
	if (!form.items[number - 1]) return say(400, 'This paper has no such question.');
	const { responses, problems } = readResponses(form, entries, [number]);
	const response = responses[number - 1];
	if (!response || problems[0]) return say(400, problems[0]?.message ?? 'This cannot be judged.');
	const feedback = feedbackOn(form, number, response, library().index);
	if (feedback.verdict === 'unanswered') return say(422, 'Answer first, then check.');
	const { body } = render(Feedback, { props: { feedback } });
	return new Response(bothNames(body), { headers: { 'content-type': 'text/html; charset=utf-8' } });
}
