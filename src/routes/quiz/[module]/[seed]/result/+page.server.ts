import { error } from '@sveltejs/kit';
import { decodeResponses } from '#lib/marking/code.ts';
import { resultPage } from '#lib/papers/result.ts';
import { library } from '#lib/server/library.ts';
import { groundsIn, headingOf } from '#lib/server/papers.ts';
import { formAt, onlyOf } from '../../../problems.ts';

export function load({ params, url }) {
	const form = formAt(params);
	const only = onlyOf(url, form);
	const version = url.searchParams.get('v');
	if (version && version !== form.bank)
		error(
			410,
			'The questions changed since these answers were given, so the result can’t be shown any more. Take the quiz again.'
		);
	const responses = decodeResponses(form, url.searchParams.get('r') ?? '');
	if (!version || !responses)
		error(
			400,
			'This link to a result is damaged or cut off: copy it whole, or take the quiz again.'
		);
	const { index } = library();
	const heading = headingOf(form.module, index);
	const code = new URLSearchParams({ v: form.bank, r: url.searchParams.get('r') ?? '' });
	return {
		result: resultPage(form, responses, heading, groundsIn(index), only),
		// of a part of a paper there is no code
		code: only ? undefined : (`?${code}` as const)
	};
}
