import { error, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { readingLevels } from '#lib/explainers/explainer.ts';
import { library } from '#lib/server/library.ts';
import { explainerPage, explainers } from '#lib/server/pages/explainers.ts';

export const prerender = 'auto';
export const entries = () =>
	explainers.flatMap(({ slug, levels }) => [{ slug }, ...levels.map((level) => ({ slug, level }))]);

export function load({ params: { slug, level } }) {
	// The standard level has one address, without its name.
	if (level === 'standard') redirect(308, resolve('/explainers/[slug]/[[level]]', { slug }));
	const known = readingLevels.find((one) => one === (level ?? 'standard'));
	const explainer = known && explainerPage(slug, known, library().index);
	if (!explainer)
		error(404, `There is no explainer called “${slug}”${level ? ` at the level “${level}”` : ''}.`);
	return { explainer };
}
