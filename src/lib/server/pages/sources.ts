import { locatorText, originOf, textOf, voicesOf } from '#lib/facts/corroboration.ts';
import { formatDate } from '#lib/facts/dates.ts';
import { capitalise, nameOf } from '#lib/facts/naming.ts';
import { group, need, type Index } from '#lib/facts/pack.ts';
import { withinMarks } from '#lib/facts/quotations.ts';
import type { Fact, Source } from '#lib/facts/schema.ts';
import { fold, wholeWord } from '#lib/facts/words.ts';
import { digestText } from '#lib/items/digest.ts';
import { lineOf } from './card.ts';
import { languageName, stemmaOf } from './stemma.ts';

const kinds: Record<Source['kind'], string> = {
	'news-agency': 'News agency',
	newspaper: 'Newspaper',
	broadcaster: 'Broadcaster',
	aggregator: 'Aggregator',
	'primary-document': 'Primary document',
	official: 'Official statement',
	organisation: 'Organisation',
	research: 'Research',
	reference: 'Work of reference'
};

const tiers = { A: 'A, first choice', B: 'B', C: 'C, where nothing better is known' } as const;

/** Whose eyes a source has, for the choice: the states that several perspectives name, by their adjective, and nobody. */
function viewsOf(index: Index): string[] {
	const adjectives = index.pack.entities.flatMap(({ kind, adjectives: [first] }) =>
		kind === 'state' && first !== undefined ? [first] : []
	);
	const named = ({ length }: Source[]) => length >= namedOften;
	return adjectives.filter((one) => named(index.pack.sources.filter(sees(one)))).sort();
}
const namedOften = 3;

const sees =
	(view: string) =>
	({ perspective }: Source): boolean =>
		wholeWord([view]).test(perspective);

const letterOf = ({ short }: Source): string => {
	const [first = ''] =
		fold(short)
			.replace(/^the /, '')
			.match(/[a-z0-9]/) ?? [];
	return /[a-z]/.test(first) ? first.toUpperCase() : '0–9';
};

type Test = (source: Source) => boolean;

/** What can be asked for: under which name, with which values, and what each lets through. */
function questionsOf(index: Index): {
	name: string;
	label: string;
	all: string;
	options: { id: string; title: string; fits: Test }[];
}[] {
	const views = viewsOf(index);
	const letters = [...new Set(index.pack.sources.map(letterOf))].sort();
	return [
		{
			name: 'kind',
			label: 'Kind',
			all: 'All kinds',
			options: Object.entries(kinds).map(([id, title]) => ({
				id,
				title,
				fits: ({ kind }) => kind === id
			}))
		},
		{
			name: 'perspective',
			label: 'Perspective',
			all: 'All perspectives',
			options: [
				...views.map((view) => ({ id: view.toLowerCase(), title: view, fits: sees(view) })),
				{
					id: 'other',
					title: 'None of these',
					fits: (source: Source) => !views.some((view) => sees(view)(source))
				}
			]
		},
		{
			name: 'tier',
			label: 'Tier',
			all: 'All tiers',
			options: Object.entries(tiers).map(([id, title]) => ({
				id,
				title,
				fits: ({ tier }) => tier === id
			}))
		},
		{
			name: 'letter',
			label: 'Begins with',
			all: 'Any letter',
			options: letters.map((id) => ({ id, title: id, fits: (source) => letterOf(source) === id }))
		}
	];
}

/** The sources that an address asks for, all when it asks for nothing; by the letter of their short name. */
export function sourcesPage(index: Index, query: URLSearchParams) {
	const questions = questionsOf(index).map((question) => ({
		...question,
		chosen: question.options.find(({ id }) => id === query.get(question.name))
	}));
	const shown = index.pack.sources.filter((source) =>
		questions.every(({ chosen }) => !chosen || chosen.fits(source))
	);
	const lines = shown
		.toSorted(
			(a, b) => a.short.localeCompare(b.short, 'en') || a.published.localeCompare(b.published, 'en')
		)
		.map((source) => ({
			id: source.id,
			letter: letterOf(source),
			short: source.short,
			title: source.title,
			published: formatDate(source.published),
			kind: kinds[source.kind],
			perspective: capitalise(source.perspective),
			cautions: source.cautions.length,
			facts: (index.factsBySource.get(source.id) ?? []).length
		}));
	return {
		total: index.pack.sources.length,
		shown: shown.length,
		chosen: questions.flatMap(({ chosen }) => (chosen ? [chosen.title] : [])),
		questions: questions.map(({ name, label, all, options, chosen }) => ({
			name,
			label,
			all,
			value: chosen?.id ?? '',
			options: options.map(({ id, title }) => ({ id, title }))
		})),
		groups: [...group(lines, ({ letter }) => [letter])]
			.sort(([a], [b]) => a.localeCompare(b, 'en'))
			.map(([letter, sources]) => ({ letter, sources }))
	};
}
export type SourcesPage = ReturnType<typeof sourcesPage>;

const placesOf = (fact: Fact, source: string): string =>
	fact.evidence
		.filter((evidence) => evidence.source === source)
		.map(locatorText)
		.filter(Boolean)
		.join(', ');

/** A source with its record, its chain, its cautions and what rests on it; undefined when there is none. */
export function sourcePage(id: string, index: Index) {
	const source = index.source.get(id);
	if (!source) return undefined;
	const origin = originOf(source, index);
	const text = textOf(source, index);
	const linked = (other: string) => ({
		id: other,
		short: need(index.source, other, 'source').short
	});
	return {
		id,
		title: source.title,
		short: source.short,
		lang: source.language,
		publisher: source.publisher,
		published: formatDate(source.published),
		kind: kinds[source.kind],
		language: languageName(source.language),
		perspective: capitalise(source.perspective),
		read: source.read === 'in-full' ? 'In full' : 'In extracts',
		url: source.url,
		note: source.note ?? '',
		digest: digestText(source.digest ?? ''),
		origin,
		sameTextAs: index.pack.sources
			.filter((other) => other !== source && textOf(other, index) === text)
			.map(({ id }) => linked(id)),
		stemma: source['derived-from'].length > 0 ? stemmaOf(source) : [],
		cautions: source.cautions.map(({ paragraph, reads, quote, known, 'shown-by': shownBy }) => ({
			place: paragraph === undefined ? '' : `¶ ${paragraph}`,
			reads,
			quote: withinMarks(quote ?? ''),
			known,
			shownBy: shownBy.map(linked)
		})),
		voices: (source.voices ?? []).map((voice) =>
			nameOf(need(index.entity, voice, 'entity'), { day: source.published.slice(0, 10) })
		),
		facts: (index.factsBySource.get(id) ?? []).map((fact) => ({
			...lineOf(fact, index),
			places: placesOf(fact, id),
			others: voicesOf(fact, index)
				.map((voice) => voice.origin)
				.filter((voice) => voice !== origin)
		}))
	};
}
export type SourcePage = NonNullable<ReturnType<typeof sourcePage>>;
