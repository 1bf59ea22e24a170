import type { Index } from '#lib/facts/pack.ts';
import type { Explainer } from './explainers.ts';

/** Pages that every device keeps, beside those of the modules. */
const frame = [
	'/',
	'/glossary',
	'/offline',
	'/offline/paper',
	'/progress',
	'/quiz',
	'/review',
	'/search',
	'/settings',
	'/shortcuts'
];
const data = ['/search/index.json', '/map/questions.svg'];

/** What a device keeps from the first visit on: each explainer at all levels, its evidence, some papers of each module. */
export const keptPaths = ({ pack }: Index, explainers: readonly Explainer[]): string[] => [
	...frame,
	...data,
	...explainers.flatMap(({ slug, levels }) =>
		['', ...levels.map((level) => `/${level}`), '/evidence.html'].map(
			(part) => `/explainers/${slug}${part}`
		)
	),
	...pack.modules.map(({ id }) => `/quiz/${id}/papers.json`)
];
