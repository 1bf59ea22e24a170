import { resolve } from '$app/paths';
import { proseOf, type Explainer } from '#lib/explainers/explainer.ts';
import { headingId } from '#lib/explainers/heading.ts';
import { formatDate } from '#lib/facts/dates.ts';
import { capitalise } from '#lib/facts/naming.ts';
import type { Index } from '#lib/facts/pack.ts';
import { searchKinds, type Entry } from '#lib/search/entry.ts';
import { queryOf } from '#lib/search/query.ts';
import { searchOf, type Search } from '#lib/search/search.ts';
import { toldOf } from './card.ts';
import { entitiesPage } from './entities.ts';
import { standardTexts } from './prose.ts';

/** An explainer in parts, one for each heading and one for what stands before the first. */
function explainerEntries({ id, meta, paragraphs }: Explainer): Entry[] {
	const title = meta?.title ?? id;
	const href = resolve('/explainers/[slug]/[[level]]', { slug: id });
	const entry = (more: Partial<Entry>): Entry => ({
		kind: 'explainer',
		href,
		title,
		names: '',
		text: '',
		aside: '',
		...more
	});
	const parts = [entry({ names: meta?.subtitle ?? '' })];
	for (const { kind, text } of paragraphs) {
		if (kind === 'heading') {
			const head = text.replace(/^#+ /, '');
			parts.push(entry({ href: `${href}#${headingId(head)}`, title: `${title}: ${head}` }));
		}
		const open = parts.at(-1);
		if (open && kind === 'prose') open.text = `${open.text} ${proseOf(text)}`.trim();
	}
	return parts;
}

/** Everything that can be found. */
export function searchEntries(index: Index): Entry[] {
	const { facts, sources, glossary, entities } = index.pack;
	const asides = new Map(
		entitiesPage(index).groups.flatMap(({ entities }) =>
			entities.map(({ id, aside }) => [id, aside])
		)
	);
	return [
		...standardTexts.flatMap(explainerEntries),
		...entities.map(({ id, name, short, aliases, names }): Entry => ({
			kind: 'entity',
			href: resolve('/entities/[id]', { id }),
			title: capitalise(name),
			names: [...new Set([short ?? '', ...Object.values(names), ...aliases])]
				.filter(Boolean)
				.join('; '),
			text: '',
			aside: asides.get(id) ?? ''
		})),
		...glossary.map(({ id, term, aliases, text }): Entry => ({
			kind: 'term',
			href: resolve(`/glossary#${id}`),
			title: capitalise(term),
			names: aliases.join('; '),
			text,
			aside: ''
		})),
		...facts.map((fact): Entry => ({
			kind: 'fact',
			href: resolve('/facts/[id]', { id: fact.id }),
			title: fact.statement,
			names: '',
			text: '',
			aside: toldOf(fact, index),
			standing: fact.standing
		})),
		...sources.map(({ id, short, title, publisher, published }): Entry => ({
			kind: 'source',
			href: resolve('/sources/[id]', { id }),
			title,
			names: '',
			text: [short, publisher].join('. '),
			aside: formatDate(published)
		}))
	];
}

let built: Search | undefined;

/** What a reader asked for, answered; undefined when nothing was asked yet. */
export function searchPage(params: URLSearchParams, index: Index) {
	const asked = params.get('q');
	if (asked === null) return { query: '', answer: undefined };
	built ??= searchOf(searchEntries(index));
	const only = searchKinds.find((kind) => kind === params.get('kind'));
	const query = queryOf(asked);
	return { query, answer: built.ask(query, only) };
}
