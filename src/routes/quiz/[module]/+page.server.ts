import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { library, newSeed } from '#lib/server/library.ts';
import { noModule } from '../problems.ts';

/** Draws a new paper. */
export function load({ params: { module } }) {
	if (!library().index.module.has(module)) noModule(module);
	redirect(303, resolve('/quiz/[module]/[seed]', { module, seed: newSeed() }));
}
