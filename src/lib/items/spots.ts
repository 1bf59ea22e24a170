import { entitiesAbout, factsAbout } from '../facts/about.ts';
import { distanceKm, whereabouts, type Point } from '../facts/gazetteer.ts';
import type { QuestionMap } from '../facts/map-questions.ts';
import { entitiesOf, need, type Index } from '../facts/pack.ts';
import type { Entity, Fact } from '../facts/schema.ts';
import type { Writing } from './context.ts';
import { hashOrder } from './hash.ts';

/** A place that can be found on a map, with the established fact that says most about it. */
export interface Spot {
	place: Entity;
	at: Point;
	anchor: Fact;
}

/** Of what is established about a place, and said without quoting anyone: what it fills a role in, then what names few other places. */
function anchorOf(place: Entity, index: Index): Fact | undefined {
	const facts = factsAbout(place.id, index).filter(
		({ standing, statement }) => standing === 'established' && !/[“"]/.test(statement)
	);
	const costs = facts.map((fact) => {
		const places = [...entitiesAbout(fact, index)].filter(
			(id) => index.entity.get(id)?.kind === 'place'
		);
		return (entitiesOf(fact).includes(place.id) ? 0 : 100) + places.length;
	});
	const least = costs.reduce((one, other) => Math.min(one, other), Infinity);
	const best = facts.filter((_, at) => costs[at] === least);
	return hashOrder(best, place.id, ({ id }) => id)[0];
}

const known = new WeakMap<Writing, Map<string, Spot>>();

/** The places of a pack with coordinates and something established about them, by id. */
export function spotsOf(writing: Writing): Map<string, Spot> {
	const before = known.get(writing);
	if (before) return before;
	const { index } = writing;
	const spots = new Map<string, Spot>();
	for (const place of index.pack.entities) {
		const { id, kind, coordinates: at } = place;
		const anchor = kind === 'place' && at ? anchorOf(place, index) : undefined;
		if (at && anchor) spots.set(id, { place, at, anchor });
	}
	known.set(writing, spots);
	return spots;
}

/** Whether a map has a point in view, with room around it. */
export function inView([lat, lon]: Point, { box }: QuestionMap): boolean {
	const [west, south, east, north] = box;
	const [x, y] = [(lon - west) / (east - west), (lat - south) / (north - south)];
	return Math.min(x, 1 - x, y, 1 - y) > 0.06;
}

/** Far enough apart to be told from each other on a map. */
export const areApart = (a: Spot, b: Spot, { apart }: QuestionMap): boolean =>
	distanceKm(a.at, b.at) >= apart;

/** What is drawn on a map with its name. */
export interface Landmark {
	id: string;
	name: string;
	at: Point;
}

/**
 * Which landmarks a map can have beside these spots: all that lie at none of them, nor so near that they would tell what
 * lies there; then all but one. Two are needed, to tell directions by.
 */
export function landmarksBeside(
	spots: readonly Spot[],
	map: QuestionMap,
	{ index }: Writing
): Landmark[][] {
	const all = map.landmarks
		.map((id) => need(index.entity, id, 'place'))
		.flatMap(({ id, name, coordinates: at }) => (at ? [{ id, name, at }] : []))
		.filter(({ at }) => spots.every((spot) => distanceKm(spot.at, at) >= map.apart / 2));
	const fewer = all.map((left) => all.filter((one) => one !== left));
	return [all, ...fewer].filter(({ length }) => length >= 2);
}

/** Whether two such texts tell spots apart: by direction or landmark, or by distances that nobody takes for each other. */
export function toldApart(a: string, b: string): boolean {
	const [near = 0, far = 0] = [a, b]
		.map((text) => Number(/\d+/.exec(text)?.[0]))
		.sort((one, other) => one - other);
	return a.replace(/\d+/, '') !== b.replace(/\d+/, '') || far >= 1.3 * near;
}

/** Where a spot lies, for those who don't see the map: "About 35 km south-west of Lviv / Lwów". */
export const spotText = ({ at }: Spot, landmarks: readonly Landmark[]): string =>
	`About ${whereabouts(at, landmarks)}`;
