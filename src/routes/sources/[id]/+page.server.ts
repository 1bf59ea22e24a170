import { error } from '@sveltejs/kit';
import { library } from '#lib/server/library.ts';
import { sourcePage } from '#lib/server/pages/sources.ts';

export const prerender = true;
export const entries = () => library().index.pack.sources.map(({ id }) => ({ id }));

export function load({ params }) {
	const source = sourcePage(params.id, library().index);
	if (!source) error(404, `There is no source called “${params.id}”.`);
	return { source };
}
