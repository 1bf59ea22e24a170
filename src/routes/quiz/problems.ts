import { error } from '@sveltejs/kit';
import type { Form } from '#lib/forms/form.ts';
import { readSeed } from '#lib/forms/seed.ts';
import { library } from '#lib/server/library.ts';
import { moduleNamed } from '#lib/server/modules.ts';
import { readOnly } from '#lib/papers/paper.ts';

export const noModule = (module: string): never =>
	error(404, `There is no quiz called “${module}”. All quizzes are in the list.`);

/** The paper of an address. @throws a 404 in a sentence when there is none */
export function formAt({ module, seed }: { module: string; seed: string }): Form {
	const { index, form } = library();
	if (!moduleNamed(module, index)) noModule(module);
	const canonical = readSeed(seed);
	if (!canonical)
		error(
			404,
			`“${seed}” is not the number of a paper: it has six letters and figures, such as 7K3-M9Q.`
		);
	const paper = form(module, canonical);
	if (paper.items.length === 0)
		error(404, 'These modules have no question of the kinds that you chose. Choose more of them.');
	return paper;
}

/** The items that `?only=` asks for. @throws a 400 in a sentence when the paper has no such items */
export function onlyOf(url: URL, form: Form): number[] | undefined {
	const only = readOnly(url.searchParams.get('only'), form.items.length);
	if (only?.length === 0)
		error(
			400,
			`This address asks for questions that the paper does not have: it has 1 to ${form.items.length}.`
		);
	return only;
}
