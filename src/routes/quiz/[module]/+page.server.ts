import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { library, newSeed } from '#lib/server/library.ts';
import { moduleNamed } from '#lib/server/modules.ts';
import { noModule } from '../problems.ts';

/** Draws a new paper. */
export function load({ params: { module } }) {
	const drawn = moduleNamed(module, library().index) ?? noModule(module);
	redirect(303, resolve('/quiz/[module]/[seed]', { module: drawn.id, seed: newSeed() }));
}
