import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FeatureCollection, Geometry, MultiLineString, MultiPolygon } from 'geojson';
import { feature, merge, mesh } from 'topojson-client';
import type { GeometryCollection, MultiPolygon as Area, Topology } from 'topojson-specification';

type States = GeometryCollection<{ name: string }>;
type World = Topology<{ countries: States }>;

/** West, south, east, north. */
export type Box = readonly [number, number, number, number];

const file = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');

function boxOf(geometry: Geometry): Box {
	const box: [number, number, number, number] = [180, 90, -180, -90];
	const take = (part: unknown): void => {
		if (!Array.isArray(part)) return;
		const [x, y] = part;
		if (typeof x !== 'number' || typeof y !== 'number') return part.forEach(take);
		box[0] = Math.min(box[0], x);
		box[1] = Math.min(box[1], y);
		box[2] = Math.max(box[2], x);
		box[3] = Math.max(box[3], y);
	};
	if ('coordinates' in geometry) take(geometry.coordinates);
	return box;
}

const meet = (a: Box, b: Box): boolean =>
	a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

/** The states of the world in their internationally recognised borders (Natural Earth 1:10m). */
export function readWorld() {
	const world = JSON.parse(readFileSync(file, 'utf8')) as World;
	const { countries } = world.objects;
	const { features } = feature(world, countries) as FeatureCollection<
		MultiPolygon,
		{ name: string }
	>;
	const boxes = features.map(({ geometry }) => boxOf(geometry));
	const areas = countries.geometries as Area[];

	return {
		/** Land, some states of it, borders and coasts as far as they can be in view. */
		ground(box: Box, states: readonly string[]) {
			const near = areas.filter((_, at) => meet(boxes[at] ?? box, box));
			const core = near.filter(({ id }) => states.includes(String(id)));
			const part = { ...countries, geometries: near } as States;
			return {
				land: merge(world, near),
				core: merge(world, core),
				borders: mesh(world, part, (a, b) => a !== b) satisfies MultiLineString,
				coast: mesh(world, part, (a, b) => a === b) satisfies MultiLineString
			};
		}
	};
}
export type WorldAtlas = ReturnType<typeof readWorld>;
