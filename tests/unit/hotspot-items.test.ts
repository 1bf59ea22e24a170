import { describe, expect, test } from 'vitest';
import { checkPack } from '../../src/lib/facts/check.ts';
import { distanceKm, type Point } from '../../src/lib/facts/gazetteer.ts';
import { indexPack, roleOf } from '../../src/lib/facts/pack.ts';
import { parsePack } from '../../src/lib/facts/parse.ts';
import { positionOn } from '../../src/lib/facts/projection.ts';
import { startWriting } from '../../src/lib/items/context.ts';
import type { Dropped } from '../../src/lib/items/draft.ts';
import { judge } from '../../src/lib/items/flaws/judge.ts';
import { recordSchema } from '../../src/lib/items/flaws/record.ts';
import { itemRecord } from '../../src/lib/items/record.ts';
import { writeHotspots } from '../../src/lib/items/writers/hotspot.ts';
import { readContent } from '../../src/lib/server/content.ts';
import { frame } from '../../tools/map/draw.ts';
import { contentFolder, mills } from './packs.ts';

const { pack, places } = parsePack(readContent(contentFolder));
if (!pack) throw new Error('the content cannot be read');
const index = indexPack(pack);
const write = (from = index) => {
	const dropped: Dropped[] = [];
	return { items: writeHotspots(startWriting(from), (one) => dropped.push(one)), dropped };
};
const { items } = write();

type Item = (typeof items)[number];
const keyOf = ({ id, options, spots }: Item) => {
	const option = options.find(({ key }) => key);
	const at = option && spots[option.id];
	if (!option || !at) throw new Error(`${id} has no key on its map`);
	return { option, at };
};
const placesAt = (at: Point) =>
	index.pack.entities.filter(({ coordinates }) => coordinates && `${coordinates}` === `${at}`);
const namesOf = (place: (typeof index.pack.entities)[number]) =>
	[place.name, ...Object.values(place.names), ...place.aliases].flatMap((one) => one.split(' / '));

/** A point so far from another one, in a direction in words: flat, which is enough for 300 km. */
const winds = { north: [1, 0], east: [0, 1], south: [-1, 0], west: [0, -1] } as const;
function pointAt([lat, lon]: Point, km: number, direction: string): Point {
	const parts = direction.split('-').map((wind) => winds[wind as keyof typeof winds]);
	const length = Math.hypot(
		...[0, 1].map((axis) => parts.reduce((sum, one) => sum + (one[axis] ?? 0), 0))
	);
	const [north = 0, east = 0] = [0, 1].map(
		(axis) => (km * parts.reduce((sum, one) => sum + (one[axis] ?? 0), 0)) / length
	);
	return [lat + north / 111.2, lon + east / (111.2 * Math.cos((lat * Math.PI) / 180))];
}

describe('questions on a map', () => {
	test('are written for a good number of places and events, each slot once', () => {
		expect(items.length).toBeGreaterThanOrEqual(35);
		expect(items.filter(({ level }) => level === 'understanding').length).toBeGreaterThanOrEqual(
			10
		);
		expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
		expect(new Set(items.map(({ slot }) => slot)).size).toBe(items.length);
	});

	test('have one key, which lies where the place lies that is asked for', () => {
		for (const item of items) {
			const [place] = placesAt(keyOf(item).at);
			expect(
				item.options.filter(({ key }) => key),
				item.id
			).toHaveLength(1);
			const fact = index.fact.get(item.facts[0] ?? '');
			const byName = item.level === 'recall';
			if (byName) expect(item.stem, item.id).toContain(place?.name);
			else {
				const asked = fact && index.pack.relations[fact.relation]?.spot?.place;
				expect(fact && roleOf(fact, asked ?? ''), item.id).toBe(place?.id);
				for (const name of place ? namesOf(place) : []) expect(item.stem).not.toContain(name);
			}
		}
	});

	test('offer no place of which a fact says the same', () => {
		for (const item of items.filter(({ level }) => level !== 'recall')) {
			const fact = index.fact.get(item.facts[0] ?? '');
			if (!fact) throw new Error(item.id);
			const asked = index.pack.relations[fact.relation]?.spot?.place ?? '';
			const same = (index.factsByRelation.get(fact.relation) ?? []).filter((other) =>
				Object.keys(index.pack.relations[fact.relation]?.roles ?? {}).every(
					(role) =>
						role === asked ||
						JSON.stringify(roleOf(other, role)) === JSON.stringify(roleOf(fact, role))
				)
			);
			const said = new Set(same.map((other) => roleOf(other, asked)));
			for (const { id, key } of item.options.filter(({ key }) => !key))
				for (const place of placesAt(item.spots[id] ?? [0, 0]))
					expect(said.has(place.id) && !key, `${item.id}: ${place.id}`).toBe(false);
		}
	});

	test('have three or four spots that are far apart and within the map', () => {
		for (const { id, options, spots, map } of items) {
			const apart = index.pack.mapQuestions?.maps.find((one) => one.id === map.id)?.apart ?? NaN;
			const points = options.map(({ id }) => spots[id] ?? ([0, 0] as const));
			expect(points.length, id).toBeGreaterThanOrEqual(3);
			points.forEach((one, at) =>
				points
					.slice(at + 1)
					.forEach((other) => expect(distanceKm(one, other)).toBeGreaterThanOrEqual(apart))
			);
			for (const { x, y } of points.map((one) => positionOn(map, one)))
				expect(Math.min(x, y, 100 - x, 100 - y), id).toBeGreaterThan(3);
		}
	});

	test('say in words where each spot lies, told from a landmark on the map that is no spot', () => {
		for (const { id, options, spots, map } of items) {
			expect(map.landmarks.length, id).toBeGreaterThanOrEqual(2);
			for (const { text, id: option } of options) {
				const [, km, direction = '', name] = /^About (\d+) km ([a-z-]+) of (.+)$/.exec(text) ?? [];
				const landmark = map.landmarks.find((one) => one.name === name);
				const at = spots[option];
				if (!landmark || !at) throw new Error(`${id}: ${text}`);
				// An eighth of the compass is off by a sixteenth at most, and numbers are rounded.
				const off = distanceKm(pointAt(landmark.at, Number(km), direction), at);
				expect(off, `${id}: ${text}`).toBeLessThan(0.42 * Number(km) + 5);
				for (const place of placesAt(at)) expect(text).not.toContain(place.name);
			}
		}
	});

	test('name what lies at every spot, with a source', () => {
		for (const { id, options, spots } of items)
			for (const { rationale, id: option } of options) {
				const [place] = placesAt(spots[option] ?? [0, 0]);
				expect(rationale.text, id).toContain(place?.name);
				expect(rationale.sources.length, id).toBeGreaterThan(0);
			}
	});

	test('give away no other one by the landmarks of their maps', () => {
		for (const { id, map, printed } of items)
			for (const other of items.filter(({ level }) => level === 'recall')) {
				const [place] = placesAt(keyOf(other).at);
				if (map.landmarks.some(({ name }) => name === place?.name))
					expect(printed, `${id} shows ${other.id}`).toContain(other.slot.split('.')[0]);
			}
	});

	test('have no flaw', () => {
		const records = items.map((item) => recordSchema.parse(itemRecord({ ...item, rev: '' })));
		expect(judge(records)).toEqual([]);
	});

	test('are the same in whatever order the facts stand', () => {
		const turned = {
			...index.pack,
			facts: [...index.pack.facts].reverse(),
			entities: [...index.pack.entities].reverse()
		};
		const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
		expect(write(indexPack(turned)).items.sort(byId)).toEqual([...items].sort(byId));
	});

	test('are not written for a pack without maps', () => {
		const other = parsePack(mills().filter(({ path }) => !path.startsWith('map/'))).pack;
		expect(other && write(indexPack(other)).items).toEqual([]);
	});
});

describe('the maps of questions', () => {
	test('place points where the drawing has them', () => {
		for (const map of index.pack.mapQuestions?.maps ?? []) {
			const drawn = frame(map.box, map.format);
			for (const at of [
				[39.8, 46.75],
				[40.79, 43.85],
				[38.9, 49.1]
			] as const) {
				const [a, b] = [drawn.spot(at), positionOn(map, at)];
				expect(b.x).toBeCloseTo(a.x, 1);
				expect(b.y).toBeCloseTo(a.y, 1);
			}
		}
	});

	test('have landmarks with coordinates, and a box that is not empty', () => {
		const { mapQuestions } = index.pack;
		if (!mapQuestions) throw new Error('no questions on a map');
		const [first, ...rest] = mapQuestions.maps;
		if (!first) throw new Error('no map');
		const broken = {
			...first,
			landmarks: ['atlantis', 'baku'],
			box: [47, 39, 45, 41] as [number, number, number, number]
		};
		const found = checkPack(
			indexPack({ ...index.pack, mapQuestions: { ...mapQuestions, maps: [broken, ...rest] } }),
			places
		).filter(({ file }) => file === 'map/questions.yaml');
		expect(found.map(({ code }) => code).sort()).toEqual(['empty-box', 'unplaced']);
	});
});
