import type { Lettered, TownSpot } from '../../src/lib/server/atlas.ts';
import { heights } from './draw.ts';

/** How a plate is lettered at a width in pixels: 14-pixel letters, the half of a dot, of a ring around it, of the space to lines. */
interface Size {
	width: number;
	letter: number;
	line: number;
	dot: number;
	ring: number;
	/** Letters of the names of states are set so much wider. */
	spaced: number;
	/** Towns have their names; seas and regions have theirs. */
	named: boolean;
}

/** From 44rem on, and the smallest phone; `Plate.svelte` says from which width on each holds. */
export const sizes = {
	large: { width: 704, letter: 7.2, line: 15, dot: 5, ring: 10, spaced: 1.6, named: true },
	small: { width: 288, letter: 7, line: 12, dot: 3, ring: 7, spaced: 1.18, named: false }
} satisfies Record<string, Size>;

export interface Rect {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

interface Spot {
	x: number;
	y: number;
}

const overlap = (a: Rect, b: Rect): boolean =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const around = ({ x, y }: Spot, half: number): Rect => ({
	left: x - half,
	right: x + half,
	top: y - half,
	bottom: y + half
});

/** A point of a plate, given in per cent, in pixels. */
const pixels = ({ x, y }: Spot, { width }: Size, format: keyof typeof heights): Spot => ({
	x: (x / 100) * width,
	y: ((y / 100) * width * heights[format]) / 1000
});

const shares = { start: 0, middle: 0.5, end: 1 };

/** The room that a text takes. */
export function rectOf(spot: Spot, text: string, place: Lettered, size: Size, spaced = 1): Rect {
	const width = text.length * size.letter * spaced;
	const left = spot.x + place.dx - shares[place.anchor] * width;
	const baseline = spot.y + place.dy;
	return { left, right: left + width, top: baseline - size.line + 3, bottom: baseline + 2 };
}

/** Beside the spot first, then above and below it. */
const near: Lettered[] = [
	{ dx: 12, dy: 5, anchor: 'start' },
	{ dx: -12, dy: 5, anchor: 'end' },
	{ dx: 9, dy: 16, anchor: 'start' },
	{ dx: 9, dy: -6, anchor: 'start' },
	{ dx: -9, dy: 16, anchor: 'end' },
	{ dx: -9, dy: -6, anchor: 'end' },
	{ dx: 0, dy: 23, anchor: 'middle' },
	{ dx: 0, dy: -12, anchor: 'middle' }
];

/** Around the spot in wider and wider circles, where there is no room near it: a line leads there. */
const far: Lettered[] = [8, 12, 16, 20, 26, 32, 40].flatMap((radius) =>
	Array.from({ length: 16 }, (_, step) => {
		const angle = (step * Math.PI) / 8;
		const [dx, dy] = [Math.cos(angle) * (radius + 3), 5 + Math.sin(angle) * radius];
		return { dx: Math.round(dx), dy: Math.round(dy), anchor: 'middle' as const };
	})
);

/** From the wanted place outwards, so far. */
function* shifts(farthest: number): Generator<Spot> {
	yield { x: 0, y: 0 };
	for (let radius = 2; radius < farthest; radius += 2)
		for (let step = 0; step < 24; step++) {
			const angle = (step * Math.PI) / 12;
			yield { x: Math.round(Math.cos(angle) * radius), y: Math.round(Math.sin(angle) * radius) };
		}
}

export interface Named extends Spot {
	id: string;
	number: number;
	name: string;
}

export interface Label extends Spot {
	text: string;
	as: string;
}

/** Points along the lines of a plate: those of history, and today's borders and coasts. */
export interface Lines {
	history: readonly Spot[];
	edges: readonly Spot[];
}

export interface Lettering {
	towns: TownSpot[];
	/** `large` and `small`: how many pixels each is moved. */
	labels: (Label & Record<keyof typeof sizes, Spot>)[];
}

const inside = (box: Rect, width: number, height: number): boolean =>
	box.left > 2 && box.right < width - 2 && box.top > 2 && box.bottom < height - 2;

/** Letters a plate at one size: names of states and waters beside the rings, the lines and each other, then the towns. */
function letter(
	towns: readonly Named[],
	labels: readonly Label[],
	lines: Lines,
	format: keyof typeof heights,
	size: Size
) {
	const at = (spot: Spot) => pixels(spot, size, format);
	const height = (size.width * heights[format]) / 1000;
	const rings = towns.map((town) => around(at(town), size.ring));
	const dots = towns.map((town) => ({ id: town.id, ...around(at(town), size.dot) }));
	const stroke = (point: Spot) => around(at(point), 2);
	const [history, edges] = [lines.history.map(stroke), lines.edges.map(stroke)];
	const taken: Rect[] = [];
	const free = (box: Rect, others: readonly Rect[]) =>
		inside(box, size.width, height) && !others.some((other) => overlap(box, other));

	const moved = labels.map(({ as, text, ...spot }) => {
		if (!size.named && (as === 'sea' || as === 'region')) return { x: 0, y: 0 };
		const spaced = as === 'state' ? size.spaced : as === 'far' ? 1.2 : 1;
		const boxAt = (by: Spot) => {
			const { x, y } = at(spot);
			const place = { dx: 0, dy: 0, anchor: 'middle' } as const;
			return rectOf({ x: x + by.x, y: y + by.y }, text, place, size, spaced);
		};
		// Not so far that it might stand in another state.
		const close = [...shifts(size.width / 8)];
		const all = [...shifts(size.width / 4)];
		const by = close.find((one) => free(boxAt(one), [...rings, ...history, ...edges, ...taken])) ??
			all.find((one) => free(boxAt(one), [...rings, ...history, ...taken])) ??
			all.find((one) => free(boxAt(one), [...rings, ...taken])) ?? { x: 0, y: 0 };
		taken.push(boxAt(by));
		return by;
	});

	const placed = towns.map((town) => {
		const spot = at(town);
		const others = [...taken, ...dots.filter(({ id }) => id !== town.id)];
		const number = String(town.number);
		const full = `${number} ${town.name}`;
		/** Nobody takes it for the lettering of another town. */
		const isOwn = (box: Rect) => {
			const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
			const distance = (to: Spot) => Math.hypot(middle.x - to.x, middle.y - to.y);
			return towns.every((other) => other === town || distance(spot) < distance(at(other)));
		};
		const fit = (text: string, places: readonly Lettered[]) =>
			places.find((place) => {
				const box = rectOf(spot, text, place, size);
				return free(box, others) && (text !== number || isOwn(box));
			});
		const whole = size.named ? fit(full, near) : undefined;
		const place = whole ?? fit(number, near) ?? fit(number, far);
		const text = whole ? full : number;
		taken.push(rectOf(spot, text, place ?? { dx: 0, dy: 0, anchor: 'middle' }, size));
		return { place, lettered: !!whole };
	});
	return { moved, placed };
}

/**
 * Finds a place for all lettering of a plate, at either size. Every town has its number, and its name where there is room.
 * @throws Error naming the town for whose number there is no room
 */
export function letterPlate(
	towns: readonly Named[],
	labels: readonly Label[],
	lines: Lines,
	format: keyof typeof heights
): Lettering {
	const large = letter(towns, labels, lines, format, sizes.large);
	const small = letter(towns, labels, lines, format, sizes.small);
	return {
		towns: towns.map(({ id, x, y, name }, at) => {
			const [wide, narrow] = [large.placed[at], small.placed[at]];
			if (!wide?.place || !narrow?.place)
				throw new Error(`the map has no room for the number of ${name}`);
			return { id, x, y, large: { ...wide.place, lettered: wide.lettered }, small: narrow.place };
		}),
		labels: labels.map((label, at) => ({
			...label,
			large: large.moved[at] ?? { x: 0, y: 0 },
			small: small.moved[at] ?? { x: 0, y: 0 }
		}))
	};
}
