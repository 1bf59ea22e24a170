import { render } from 'svelte/server';
import Feedback from '#lib/components/feedback/Feedback.svelte';
import { checkOne } from '#lib/papers/check.ts';
import { bothNames } from '#lib/server/both-names.ts';
import { entriesOf } from '#lib/server/entries.ts';
import { library } from '#lib/server/library.ts';
import { groundsIn } from '#lib/server/papers.ts';
import { formAt } from '../../../problems.ts';

/** The feedback on one item as a fragment of the page; a sentence when there is nothing to judge. */
export async function POST({ params, request }) {
	const form = formAt(params);
	const entries = (await entriesOf(request)) ?? [];
	const number = Number(entries.find(([name]) => name === 'number')?.[1]);
	const checked = checkOne(form, number, entries, groundsIn(library().index));
	if ('problem' in checked) return new Response(checked.problem, { status: checked.status });
	const { body } = render(Feedback, { props: { feedback: checked } });
	return new Response(bothNames(body), { headers: { 'content-type': 'text/html; charset=utf-8' } });
}
