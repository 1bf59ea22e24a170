import { error } from '@sveltejs/kit';
import { render } from 'svelte/server';
import Evidence from '#lib/components/Evidence.svelte';
import { bothNames } from '#lib/server/both-names.ts';
import { library } from '#lib/server/library.ts';
import { evidenceOf, explainers } from '#lib/server/pages/explainers.ts';
import { withoutMarks } from '#lib/server/without-marks.ts';

export const prerender = 'auto';
export const entries = () => explainers.map(({ slug }) => ({ slug }));

/** The full evidence of an explainer as fragments, which src/lib/client/evidence.ts puts into the page. */
export function GET({ params: { slug } }) {
	const cards = evidenceOf(slug, library().index);
	if (cards.length === 0) error(404, `There is no explainer called “${slug}”.`);
	const html = cards
		.map((card) => render(Evidence, { props: { card, id: `card-${card.id}` } }).body)
		.join('\n');
	return new Response(bothNames(withoutMarks(html)), {
		headers: { 'content-type': 'text/html; charset=utf-8' }
	});
}
