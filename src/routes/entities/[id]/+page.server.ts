import { error } from '@sveltejs/kit';
import { library } from '#lib/server/library.ts';
import { entityPage } from '#lib/server/pages/entities.ts';

export const prerender = true;
export const entries = () => library().index.pack.entities.map(({ id }) => ({ id }));

export function load({ params }) {
	const entity = entityPage(params.id, library().index);
	if (!entity) error(404, `There is no entry called “${params.id}”.`);
	return { entity };
}
