import { json } from '@sveltejs/kit';
import { library } from '#lib/server/library.ts';
import { evidenceOf, explainers } from '#lib/server/pages/explainers.ts';
import { keptSources } from '#lib/server/pages/kept.ts';

/** The records of the sources that the explainers rest on, for a browser that can't reach the server. */
export const prerender = true;

export function GET() {
	const { index } = library();
	const cards = explainers.flatMap(({ slug }) => evidenceOf(slug, index));
	return json(keptSources(cards, index));
}
