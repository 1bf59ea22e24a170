import { error, json } from '@sveltejs/kit';
import { library } from '#lib/server/library.ts';
import { promptsOf } from '#lib/server/pages/explainers.ts';
import { keptPapers, paperPack } from '#lib/server/practice.ts';
import { noModule } from '../../problems.ts';

/** Some papers of a module, and the questions in its text, with their keys, for a browser that can't reach the server. */
export const prerender = true;

export const entries = () => library().index.pack.modules.map(({ id }) => ({ module: id }));

export function GET({ params: { module } }) {
	const known = library();
	if (!known.index.module.has(module)) noModule(module);
	const asked = known.index.module.get(module)?.explainers.flatMap(promptsOf) ?? [];
	const pack = paperPack(keptPapers(module, known), known, asked);
	return pack ? json(pack) : error(403, 'These papers stay on the server.');
}
