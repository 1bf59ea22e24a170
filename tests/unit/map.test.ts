import { describe, expect, test } from 'vitest';
import {
	compass,
	coordinatesText,
	distanceKm,
	whereabouts
} from '../../src/lib/facts/gazetteer.ts';
import { checkMap, parseMap } from '../../src/lib/facts/map.ts';
import { nameFinder, type Nameable } from '../../src/lib/facts/mentions.ts';
import { drawAtlas } from '../../tools/map/atlas.ts';
import { heights } from '../../tools/map/draw.ts';
import { rectOf, sizes, type Rect } from '../../tools/map/letter.ts';
import { readContent } from '../../src/lib/server/content.ts';
import { indexPack } from '../../src/lib/facts/pack.ts';
import { parsePack } from '../../src/lib/facts/parse.ts';
import { mapBreaks } from './breaks.ts';
import { changed, contentFolder, mills, sound } from './packs.ts';

const line = {
	type: 'FeatureCollection',
	features: [
		{
			type: 'Feature',
			properties: { name: 'old course' },
			geometry: {
				type: 'LineString',
				coordinates: [
					[10.1, 50.1],
					[10.4, 50.4]
				]
			}
		}
	]
};
const plan = `title: Map
lead: One plate.
states: ['276']
layers:
  - id: borders
    name: border
    drawn: solid
    shape: borders
    words: Where the states end.
  - id: course
    name: old course of the river
    date: 1900/1926
    drawn: dashed
    shape: { file: river.geojson, where: { name: old course } }
    words: A slanting line.
    facts: [weir-length]
plates:
  - id: whole
    title: The river
    alt: A river.
    format: wide
    box: [9, 49, 12, 51]
    layers: [borders, course]
    scale: 50
towns:
  - { id: upper-town, landmark: true }
  - { id: lower-town }
  - { id: far-town }
credits:
  - { what: Shapes, from: nobody, licence: none, url: 'https://example.org/' }
`;
const places = `- { id: upper-town, kind: place, name: Upper Town, coordinates: [50.2, 10.2] }
- { id: lower-town, kind: place, name: Lower Town, coordinates: [50.2, 10.3] }
- { id: far-town, kind: place, name: Far Town, coordinates: [40, 10] }
`;
const files = [
	...mills(),
	{ path: 'entities/towns.yaml', text: places },
	{ path: 'map/map.yaml', text: plan },
	{ path: 'map/river.geojson', text: JSON.stringify(line) }
];
const { index } = sound('with a map', files);
const lines = plan.split('\n');

/** The problems of a changed plan: code, and the line as it was. */
const problemsOf = (from: string, to: string) =>
	checkMap(changed(files, [['map/map.yaml', from, to]]), index).map(({ code, line }) => [
		code,
		lines[line - 1]?.trim().split(/[ :]/)[0]
	]);

describe('map.yaml', () => {
	test('one in order has no problems, and a pack without one neither', () => {
		expect(checkMap(files, index)).toEqual([]);
		expect(checkMap(mills(), index)).toEqual([]);
	});

	test.each(mapBreaks)('names %s', (_, code, from, to, at) => {
		expect(problemsOf(from, to)).toEqual([[code, at]]);
	});
});

describe('the drawing', () => {
	const drawn = parseMap(files).plan;
	if (!drawn) throw new Error('the map of this test is broken');
	const atlas = drawAtlas(drawn, index, files);
	const [plate] = atlas.plates;

	test('holds whole numbers only, within the frame and a margin', () => {
		const paths = [...(plate?.ground ?? []), ...(plate?.lines ?? [])].map(({ path }) => path);
		expect(paths.length).toBeGreaterThan(2);
		for (const path of paths) {
			expect(path).toMatch(/^[MLZ\d,-]+$/);
			for (const [number] of path.matchAll(/-?\d+/g)) {
				expect(Number(number)).toBeGreaterThanOrEqual(-5);
				expect(Number(number)).toBeLessThanOrEqual(1005);
			}
		}
	});

	test('has the towns in view, each with its place in words', () => {
		expect(plate?.towns.map(({ id }) => id)).toEqual(['upper-town', 'lower-town']);
		expect(atlas.towns.map(({ where }) => where)).toEqual(['', '7 km east of Upper Town']);
	});

	test('says when a line of history held', () => {
		expect(atlas.layers.map(({ date }) => date)).toEqual(['', '1900 to 1926']);
	});

	test('is the same every time', () => {
		expect(drawAtlas(drawn, index, files)).toEqual(atlas);
	});
});

describe('the lettering of the real map', () => {
	const content = readContent(contentFolder);
	const { plan } = parseMap(content);
	const { pack } = parsePack(content);
	if (!plan || !pack) throw new Error('the real map is broken');
	const plates = drawAtlas(plan, indexPack(pack), content).plates;
	const overlap = (a: Rect, b: Rect) =>
		a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

	describe.each(['large', 'small'] as const)('%s', (name) => {
		const size = sizes[name];
		const at = ({ x, y }: { x: number; y: number }, format: 'wide' | 'tall') => ({
			x: (x / 100) * size.width,
			y: ((y / 100) * size.width * heights[format]) / 1000
		});

		test.each(plates)('every place of plate $id has its number, none upon another', (plate) => {
			const numbers = plate.towns.map((town) =>
				rectOf(at(town, plate.format), '00', town[name], size)
			);
			expect(numbers.length).toBeGreaterThan(9);
			for (const [i, one] of numbers.entries())
				for (const other of numbers.slice(i + 1)) expect(overlap(one, other)).toBe(false);
		});

		test.each(plates)('no name of a state or water lies on a ring of plate $id', (plate) => {
			for (const label of plate.labels) {
				if (name === 'small' && (label.as === 'sea' || label.as === 'region')) continue;
				const spot = at(label, plate.format);
				const moved = { x: spot.x + label[name].x, y: spot.y + label[name].y };
				const spaced = label.as === 'state' ? size.spaced : 1;
				const box = rectOf(moved, label.text, { dx: 0, dy: 0, anchor: 'middle' }, size, spaced);
				for (const town of plate.towns) {
					const { x, y } = at(town, plate.format);
					const [left, right] = [x - size.ring, x + size.ring];
					const ring = { left, right, top: y - size.ring, bottom: y + size.ring };
					expect(overlap(box, ring), `${label.text} on ${town.id}`).toBe(false);
				}
			}
		});
	});
});

describe('positions in words', () => {
	const rome = [41.9, 12.5] as const;
	const paris = [48.86, 2.35] as const;

	test('the distance over the ground', () => {
		expect(distanceKm(rome, paris)).toBeCloseTo(1106, -1);
		expect(distanceKm(rome, rome)).toBe(0);
	});
	test('the direction to an eighth of the compass', () => {
		expect(compass(rome, paris)).toBe('north-west');
		expect(compass(paris, rome)).toBe('south-east');
		expect(compass([0, 0], [0, 1])).toBe('east');
		expect(compass([0, 0], [-1, 0])).toBe('south');
	});
	test('told from the nearest landmark, never from itself', () => {
		const landmarks = [
			{ name: 'Rome', at: rome },
			{ name: 'Paris', at: paris }
		];
		expect(whereabouts([41.8, 12.5], landmarks)).toBe('11 km south of Rome');
		expect(whereabouts(rome, landmarks)).toBe('1110 km south-east of Paris');
		expect(whereabouts(rome, [])).toBe('');
	});
	test('coordinates have their hemisphere', () => {
		expect(coordinatesText([-1.5, 36.817])).toBe('1.50°\u00a0S, 36.82°\u00a0E');
	});
});

describe('names in running text', () => {
	const entity = (id: string, kind: Nameable['kind'], name: string, ...aliases: string[]) => ({
		id,
		kind,
		name,
		aliases,
		names: {},
		adjectives: kind === 'state' ? ['Orrish'] : []
	});
	const find = nameFinder([
		entity('town', 'place', 'Alm / Olm'),
		entity('compact', 'agreement', 'Alm Compact'),
		entity('capital', 'place', 'Orr'),
		entity('state', 'state', 'Orrland', 'Orr')
	]);
	const found = (text: string) => [...find(text)].sort();

	test('both names of a place', () => {
		expect(found('From Olm to Alm.')).toEqual(['town']);
	});
	test('the longest name wins', () => {
		expect(found('The Alm Compact holds.')).toEqual(['compact']);
	});
	test('whole words only', () => {
		expect(found('An Almanac.')).toEqual([]);
	});
	test('a capital is the place after "in", and else the state', () => {
		expect(found('They met in Orr.')).toEqual(['capital']);
		expect(found('Orr denied it.')).toEqual(['state']);
	});
	test('the adjective of a state names it', () => {
		expect(found('Orrish troops came.')).toEqual(['state']);
	});
});
