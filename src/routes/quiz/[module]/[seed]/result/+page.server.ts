import { error } from '@sveltejs/kit';
import { decodeResponses } from '#lib/marking/code.ts';
import { library } from '#lib/server/library.ts';
import { resultPage } from '#lib/server/pages/feedback.ts';
import { formAt, onlyOf } from '../../../problems.ts';

export function load({ params, url }) {
	const form = formAt(params);
	const only = onlyOf(url, form);
	const responses = decodeResponses(form, url.searchParams.get('r') ?? '');
	if (!responses)
		error(
			400,
			'This link to a result is damaged or cut off: copy it whole, or take the quiz again.'
		);
	return { result: resultPage(form, responses, library().index, only) };
}
