import { error } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { decodeResponses } from '#lib/marking/code.ts';
import { shownSeed } from '#lib/forms/seed.ts';
import { library } from '#lib/server/library.ts';
import { headingOf } from '#lib/server/papers.ts';
import { resultCode } from '#lib/server/results/result-code.ts';
import { codeSecret } from '#lib/server/results/secret.ts';
import { formAt } from '../../../problems.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
	const { params, url, setHeaders } = event;
	const form = formAt(params);
	const responses = decodeResponses(form, url.searchParams.get('r') ?? '');
	if (url.searchParams.get('v') !== form.bank || !responses)
		error(
			400,
			'This address is damaged, or the questions changed since. Open your result again, or take the quiz again.'
		);
	const { index } = library();
	const code = resultCode(form, responses, index, await codeSecret(event));
	setHeaders({ 'cache-control': 'no-store' });
	const { module, seed } = form;
	return {
		code,
		title: headingOf(module, index).title,
		shownSeed: shownSeed(seed),
		back: resolve('/quiz/[module]/[seed]/result', { module, seed }) + url.search,
		paste: `${url.host}${resolve('/teach/codes')}`
	};
};
