import type { Point } from './gazetteer.ts';

/** Height by width of the two formats of a map. */
export const formats = { wide: 0.62, tall: 0.9 } as const;

/** A map: its format, and west, south, east and north of what must be in view. */
export interface Frame {
	format: keyof typeof formats;
	box: readonly [west: number, south: number, east: number, north: number];
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;
/** Mercator: north is up and shapes keep their form. */
const northing = (lat: number): number => Math.log(Math.tan(Math.PI / 4 + radians(lat) / 2));

/**
 * Where a point lies on a map, in per cent of its width and height. Mercator, with the whole box in view and in the
 * middle: the same as the drawing, whose projection is that of d3-geo (geoMercator, fitted to the box).
 */
export function positionOn({ format, box }: Frame, [lat, lon]: Point): { x: number; y: number } {
	const [west, south, east, north] = box;
	const height = formats[format];
	const [low, high] = [northing(south), northing(north)];
	const scale = Math.min(1 / radians(east - west), height / (high - low));
	const x = 0.5 + scale * radians(lon - (west + east) / 2);
	const y = height / 2 - scale * (northing(lat) - (low + high) / 2);
	const percent = (share: number): number => Math.round(share * 10_000) / 100;
	return { x: percent(x), y: percent(y / height) };
}
