import { geoMercator, geoPath, type GeoPermissibleObjects, type GeoStream } from 'd3-geo';
import { formats } from '../../src/lib/facts/projection.ts';
import type { Box } from './world.ts';

const width = 1000;
/** A frame of 1000 units by so many: what a plate is drawn in, whatever its size on the page. */
export const heights = { wide: width * formats.wide, tall: width * formats.tall } as const;
/** How far lines run on beyond the frame, so that their ends do not show. */
const margin = 5;
/** Points nearer together than this, in units, are one: finer than a screen shows. */
const finest = 1.6;

/** Lets through only points that are some way from the last one, and the end of every line. */
function coarsen(to: GeoStream, grain: number): GeoStream {
	let inLine = false;
	let last: [number, number] | undefined;
	let held: [number, number] | undefined;
	return {
		sphere: () => to.sphere?.(),
		polygonStart: () => to.polygonStart(),
		polygonEnd: () => to.polygonEnd(),
		lineStart() {
			inLine = true;
			last = held = undefined;
			to.lineStart();
		},
		lineEnd() {
			if (held) to.point(...held);
			inLine = false;
			to.lineEnd();
		},
		point(x, y) {
			if (inLine && last && Math.hypot(x - last[0], y - last[1]) < grain) {
				held = [x, y];
				return;
			}
			held = undefined;
			last = [x, y];
			to.point(x, y);
		}
	};
}

/** Draws in a frame in which the whole box is in view. Mercator: north is up and shapes keep their form. */
export function frame(box: Box, format: keyof typeof heights, grain = finest) {
	const height = heights[format];
	const [west, south, east, north] = box;
	const corners: GeoPermissibleObjects = {
		type: 'MultiPoint',
		coordinates: [
			[west, south],
			[east, north]
		]
	};
	const projection = geoMercator().fitSize([width, height], corners);
	const inverse = (x: number, y: number) => projection.invert?.([x, y]) ?? [0, 0];
	const [left, bottom] = inverse(-margin, height + margin);
	const [right, top] = inverse(width + margin, -margin);
	projection.clipExtent([
		[-margin, -margin],
		[width + margin, height + margin]
	]);
	const path = geoPath({ stream: (to) => projection.stream(coarsen(to, grain)) }).digits(0);

	return {
		/** What is in view: at least the box that was asked for. */
		view: [left, bottom, right, top] as Box,
		/** Path data of a shape; empty when nothing of it is in view. */
		path: (shape: GeoPermissibleObjects): string => path(shape) ?? '',
		/** A point in per cent of the frame. */
		spot([lat, lon]: readonly [number, number]) {
			const [x, y] = projection([lon, lat]) ?? [0, 0];
			return { x: (100 * x) / width, y: (100 * y) / height };
		},
		/** The length of so many kilometres in the middle of the frame, in per cent of its width. */
		length(km: number): number {
			const lat = (south + north) / 2;
			const degrees = km / (111.32 * Math.cos((lat * Math.PI) / 180));
			const [from] = projection([west, lat]) ?? [0];
			const [to] = projection([west + degrees, lat]) ?? [0];
			return (100 * (to - from)) / width;
		}
	};
}

/** Points along path data, in per cent of a frame of this height, near enough to each other that no word fits between. */
export function pointsOf(path: string, height: number): { x: number; y: number }[] {
	const step = 8;
	const points: { x: number; y: number }[] = [];
	for (const part of path.split('M').slice(1)) {
		const corners = [...part.matchAll(/(-?\d+),(-?\d+)/g)].map(([, x, y]) => [
			Number(x),
			Number(y)
		]);
		corners.forEach(([x = 0, y = 0], at) => {
			const [nextX = x, nextY = y] = corners[at + 1] ?? [];
			const steps = Math.max(1, Math.ceil(Math.hypot(nextX - x, nextY - y) / step));
			for (let i = 0; i < steps; i++)
				points.push({
					x: (x + ((nextX - x) * i) / steps) / (width / 100),
					y: (y + ((nextY - y) * i) / steps) / (height / 100)
				});
		});
	}
	return points;
}
