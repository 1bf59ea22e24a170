import { formatDate } from '#lib/facts/dates.ts';
import { capitalise } from '#lib/facts/naming.ts';
import type { Index } from '#lib/facts/pack.ts';
import type { Entity, Fact } from '#lib/facts/schema.ts';
import {
	byYear,
	choose,
	compareDates,
	momentsOf,
	scaleOf,
	timelineOf,
	yearOf,
	type Choice,
	type Entry
} from '#lib/facts/timeline.ts';
import { readTopic } from './choice.ts';
import { dayOf, speakerOf } from './testimony.ts';

/** The entries of a pack are found once. */
const known = new WeakMap<Index, Entry[]>();
function entriesOf(index: Index): Entry[] {
	const entries = known.get(index) ?? timelineOf(index);
	known.set(index, entries);
	return entries;
}

const groups: [Entity['kind'], string][] = [
	['state', 'States'],
	['organisation', 'Organisations'],
	['person', 'People']
];

/** Everyone who can be chosen, by kind and in the order of the alphabet. */
function actorGroups(entries: readonly Entry[], index: Index) {
	const ids = new Set(entries.flatMap(({ actors }) => [...actors]));
	return groups
		.map(([kind, label]) => ({
			label,
			options: index.pack.entities
				.filter((entity) => entity.kind === kind && ids.has(entity.id))
				.map(({ id, name }) => ({ id, title: capitalise(name) }))
				.sort((a, b) => a.title.localeCompare(b.title, 'en'))
		}))
		.filter(({ options }) => options.length > 0);
}

/** What the address asks for; what it asks for in vain is named in `ignored`. */
function readChoice(query: URLSearchParams, entries: readonly Entry[], index: Index) {
	const { topic, ignored } = readTopic(query, index);
	const asked = query.get('actor') ?? '';
	const actor = entries.some(({ actors }) => actors.has(asked)) ? asked : '';
	if (actor !== asked)
		ignored.push(
			`Nobody called “${asked.slice(0, 40)}” stands on the timeline: everyone is shown.`
		);
	const choice: Choice = { topic, actor, words: query.has('words') };
	return { choice, ignored };
}

const lineOf = (fact: Fact, index: Index) => ({
	id: fact.id,
	statement: fact.statement,
	speaker: speakerOf(fact, index),
	day: dayOf(fact),
	/** It puts off, or alters, what the entry foresaw. */
	changes: fact.changes !== undefined,
	citations: fact.evidence.length
});

const viewOf = ({ id, date, standing, facts }: Entry, index: Index) => ({
	id,
	standing,
	/** It lies after the last day that the material knows of. */
	ahead: compareDates(date, index.pack.sourcebook['as-of']) > 0,
	moments: momentsOf(date, yearOf(date)),
	facts: facts.map((fact) => lineOf(fact, index))
});
export type EntryView = ReturnType<typeof viewOf>;

/** The scale of the whole timeline with a bar for every year of what is shown. */
function scaleView(all: readonly Entry[], shown: readonly Entry[]) {
	const scale = scaleOf(all.map(({ date }) => yearOf(date)));
	const bars = byYear(shown).map(({ year, entries }) => ({
		year,
		all: entries.length,
		established: entries.filter(({ standing }) => standing === 'established').length
	}));
	return scale && { ...scale, bars: bars.filter(({ year }) => year >= scale.from) };
}
export type ScaleView = NonNullable<ReturnType<typeof scaleView>>;

/** The timeline, or the part of it that the address asks for. */
export function timelinePage(index: Index, query: URLSearchParams) {
	const entries = entriesOf(index);
	const { choice, ignored } = readChoice(query, entries, index);
	const shown = choose(entries, choice);
	const { topics } = index.pack.sourcebook;
	const named = [
		topics.find(({ id }) => id === choice.topic)?.title,
		index.entity.get(choice.actor)?.name
	].filter((name) => name !== undefined);
	return {
		choice,
		ignored,
		named: named.map(capitalise),
		topics: topics.filter(({ id }) => entries.some(({ topics }) => topics.has(id))),
		actors: actorGroups(entries, index),
		scale: scaleView(choose(entries, { topic: '', actor: '', words: false }), shown),
		years: byYear(shown).map(({ year, entries }) => ({
			year,
			entries: entries.map((entry) => viewOf(entry, index))
		})),
		shown: shown.length,
		asOf: formatDate(index.pack.sourcebook['as-of'])
	};
}
export type TimelinePage = ReturnType<typeof timelinePage>;
