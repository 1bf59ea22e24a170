import { factsAbout } from '#lib/facts/about.ts';
import { need, type Index } from '#lib/facts/pack.ts';
import { capitalise } from '#lib/facts/naming.ts';
import type { Fact } from '#lib/facts/schema.ts';
import type { Atlas } from '../atlas.ts';
import { lineOf } from './card.ts';
import { readTopic } from './choice.ts';
import { dayOf, speakerOf } from './testimony.ts';

/** A fact as a line; of a contested one also what is said against it, which may name no place. */
const view = (fact: Fact, index: Index) => {
	const { id, statement, standing } = lineOf(fact, index);
	const against = standing === 'contested' ? fact.contradicts : [];
	return {
		id,
		statement,
		standing,
		against: against.map((other) => {
			const fact = need(index.fact, other, 'fact');
			const name = [speakerOf(fact, index), dayOf(fact)].filter(Boolean).join(', ');
			return { id: other, name };
		})
	};
};
export type PlaceFact = ReturnType<typeof view>;

/** The map with the facts of one topic, or of all. */
export function mapPage(index: Index, atlas: Atlas, query: URLSearchParams) {
	const { topic, ignored } = readTopic(query, index);
	const factsAt = (ids: readonly string[]) =>
		[...new Set(ids.flatMap((id) => factsAbout(id, index)))]
			.filter((fact) => topic === '' || fact.topic === topic)
			.map((fact) => view(fact, index));
	const { topics } = index.pack.sourcebook;
	const towns = atlas.towns.map(
		({ id, number, name, capital, where, coordinates, note, places }) => ({
			id,
			number,
			name,
			capital,
			where,
			coordinates,
			note,
			facts: factsAt(places)
		})
	);
	const drawn = new Set(atlas.towns.flatMap(({ places }) => places));
	const elsewhere = index.pack.entities
		.filter(({ id, kind }) => kind === 'place' && !drawn.has(id))
		.map(({ id, name }) => {
			return { id, name: capitalise(name), facts: factsAt([id]) };
		})
		.filter(({ facts }) => facts.length > 0)
		.sort((a, b) => a.name.localeCompare(b.name, 'en'));

	return {
		...atlas,
		topic,
		topicTitle: topics.find(({ id }) => id === topic)?.title ?? '',
		ignored,
		topics: topics.filter(({ id }) =>
			[...drawn].some((place) => factsAbout(place, index).some((fact) => fact.topic === id))
		),
		layers: atlas.layers.map((layer) => ({
			...layer,
			facts: layer.facts.map((id) => view(need(index.fact, id, 'fact'), index))
		})),
		towns,
		elsewhere
	};
}
export type MapPage = ReturnType<typeof mapPage>;
export type Town = MapPage['towns'][number];
