import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { groups, mixtureName } from '#lib/forms/mixed.ts';
import { library, newSeed } from '#lib/server/library.ts';

/** Draws a paper from the modules and the kinds that were ticked; from all, where none was. */
export function GET({ url }) {
	const { module } = library().index;
	const known = [...module.values()];
	const ticked = known.filter(({ id }) => url.searchParams.getAll('module').includes(id));
	const mixture = {
		modules: (ticked.length > 0 ? ticked : known).sort((a, b) => (a.id < b.id ? -1 : 1)),
		groups: groups.filter((group) => url.searchParams.getAll('kind').includes(group))
	};
	const name = mixtureName(mixture, module);
	redirect(303, resolve('/quiz/[module]/[seed]', { module: name, seed: newSeed() }));
}
