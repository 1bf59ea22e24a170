import { error } from '@sveltejs/kit';
import { library } from '#lib/server/library.ts';
import { factPage } from '#lib/server/pages/facts.ts';

export const prerender = true;
export const entries = () => library().index.pack.facts.map(({ id }) => ({ id }));

export function load({ params }) {
	const { index, itemsByFact } = library();
	const fact = factPage(params.id, index, itemsByFact);
	if (!fact) error(404, `There is no fact called “${params.id}”.`);
	return { fact };
}
