import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { readSeed } from '#lib/forms/seed.ts';
import { library } from '#lib/server/library.ts';
import { explainers } from '#lib/server/pages/explainers.ts';
import { contents } from '#lib/server/pages/home.ts';

/** Leads to the paper with the number that was typed, or says what is wrong with it and keeps it. */
export function load({ url }) {
	const { index } = library();
	const typed = {
		module: url.searchParams.get('module') ?? '',
		seed: url.searchParams.get('seed') ?? ''
	};
	const seed = readSeed(typed.seed);
	const known = index.module.has(typed.module);
	if (known && seed)
		redirect(303, resolve('/quiz/[module]/[seed]', { module: typed.module, seed }));

	const asked = url.searchParams.has('seed');
	const problem = !asked
		? ''
		: typed.seed.trim() === ''
			? 'Type the number that stands on the paper.'
			: known
				? `“${typed.seed}” is not the number of a paper: it has six letters and figures, without I, L, O and U.`
				: 'Choose a quiz of this list.';
	return { contents: contents(index, explainers), typed, problem };
}
