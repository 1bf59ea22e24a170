import type { Index } from '#lib/facts/pack.ts';
import type { Card } from '#lib/papers/evidence.ts';
import type { KeptSource } from '#lib/papers/source.ts';
import type { Explainer } from './explainers.ts';
import { sourcePage } from './sources.ts';

/** Pages that every device keeps, beside those of the modules. */
const frame = [
	'/',
	'/about',
	'/accessibility',
	'/entities',
	'/facts',
	'/glossary',
	'/map',
	'/method',
	'/offline',
	'/offline/evidence',
	'/offline/paper',
	'/privacy',
	'/progress',
	'/quiz',
	'/report',
	'/review',
	'/search',
	'/settings',
	'/shortcuts',
	'/sources',
	'/timeline'
];
const data = ['/search/index.json', '/map/questions.svg', '/offline/sources.json'];

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

/** The records of the sources that some cards name, by id. */
export function keptSources(cards: readonly Card[], index: Index): Record<string, KeptSource> {
	const ids = new Set(
		cards.flatMap(({ voices, positions }) =>
			[...voices, ...positions.flatMap(({ statements }) => statements.flatMap((one) => one.voices))]
				.flatMap(({ witnesses }) => witnesses)
				.map(({ source }) => source)
		)
	);
	const entries = [...ids].flatMap((id): [string, KeptSource][] => {
		const source = sourcePage(id, index);
		if (!source) return [];
		const { title, lang, short, published, kind, publisher, perspective, url } = source;
		const cautions = source.cautions.map(({ place, reads, known }) => ({ place, reads, known }));
		return [[id, { title, lang, short, published, kind, publisher, perspective, url, cautions }]];
	});
	return Object.fromEntries(entries);
}
