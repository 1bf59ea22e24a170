import { locatorText, originOf, voicesOf } from '#lib/facts/corroboration.ts';
import { formatDate } from '#lib/facts/dates.ts';
import { capitalise, nameOf } from '#lib/facts/naming.ts';
import { need, type Index } from '#lib/facts/pack.ts';
import type { Fact, Source } from '#lib/facts/schema.ts';
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

/** All sources, the oldest first. */
export function sourcesPage(index: Index) {
	return index.pack.sources
		.map((source) => ({
			id: source.id,
			short: source.short,
			title: source.title,
			published: formatDate(source.published),
			order: source.published,
			kind: kinds[source.kind],
			perspective: capitalise(source.perspective),
			cautions: source.cautions.length,
			facts: (index.factsBySource.get(source.id) ?? []).length
		}))
		.sort((a, b) => a.order.localeCompare(b.order, 'en'));
}

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
		oneVoiceWith: index.pack.sources
			.filter((other) => other !== source && originOf(other, index) === origin)
			.map(({ id }) => linked(id)),
		stemma: source['derived-from'].length > 0 ? stemmaOf(source) : [],
		cautions: source.cautions.map(({ paragraph, reads, quote, known, 'shown-by': shownBy }) => ({
			place: paragraph === undefined ? '' : `¶ ${paragraph}`,
			reads,
			quote: quote ?? '',
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
