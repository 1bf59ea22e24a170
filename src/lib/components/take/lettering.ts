import { formats, type Frame } from '#lib/facts/projection.ts';

interface Spot {
	x: number;
	y: number;
}

/** Where lettering stands, in pixels from its dot: the first line and its alignment. */
export interface Lettering {
	dx: number;
	dy: number;
	anchor: 'start' | 'middle' | 'end';
}

/** The widths in pixels for which lettering must fit: a plate on the smallest phone, and on a desktop. */
const widths = [272, 540];
/** Lettering of 14 pixels: the width of a letter, generous, and the height of a line; half the side of a lettered plate. */
const [letter, line, plate, dot] = [6.6, 15, 16, 5];

interface Rect {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

const around = ({ x, y }: Spot, half: number): Rect => ({
	left: x - half,
	right: x + half,
	top: y - half,
	bottom: y + half
});

const shared = (a: Rect, b: Rect): number =>
	Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
	Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

/** Beside the dot, above, below, and aslant. */
function* places(lines: number): Generator<Lettering> {
	const middle = 5 - ((lines - 1) * line) / 2;
	const [above, below] = [-9 - (lines - 1) * line, 19];
	yield { dx: 9, dy: middle, anchor: 'start' };
	yield { dx: -9, dy: middle, anchor: 'end' };
	yield { dx: 0, dy: above, anchor: 'middle' };
	yield { dx: 0, dy: below, anchor: 'middle' };
	for (const dy of [above + 4, below - 4]) {
		yield { dx: 6, dy, anchor: 'start' };
		yield { dx: -6, dy, anchor: 'end' };
	}
}

function rectOf({ x, y }: Spot, lines: readonly string[], { dx, dy, anchor }: Lettering): Rect {
	const width = Math.max(...lines.map(({ length }) => length)) * letter;
	const left = x + dx - { start: 0, middle: 0.5, end: 1 }[anchor] * width;
	const top = y + dy - line + 3;
	return { left, right: left + width, top, bottom: top + lines.length * line };
}

/**
 * Finds a place for the names of a map's landmarks, in lines: in view, and on neither a spot, a landmark nor another name,
 * on a phone and on a desktop; where there is none, the one that hides least.
 */
export function letterLandmarks(
	frame: Frame,
	landmarks: readonly (Spot & { lines: readonly string[] })[],
	spots: readonly Spot[]
): Lettering[] {
	const taken = widths.map((width) => {
		const at = ({ x, y }: Spot): Spot => ({
			x: (x * width) / 100,
			y: (y * width * formats[frame.format]) / 100
		});
		const rects = [
			...spots.map((spot) => around(at(spot), plate)),
			...landmarks.map((one) => around(at(one), dot))
		];
		return { width, height: width * formats[frame.format], at, rects };
	});
	return landmarks.map((landmark) => {
		const cost = (place: Lettering) =>
			taken.reduce((sum, { width, height, at, rects }) => {
				const own = rectOf(at(landmark), landmark.lines, place);
				const all = (own.right - own.left) * (own.bottom - own.top);
				const outside =
					all - shared(own, { left: 2, right: width - 2, top: 2, bottom: height - 2 });
				return sum + outside * 4 + rects.reduce((hidden, rect) => hidden + shared(own, rect), 0);
			}, 0);
		const [best] = [...places(landmark.lines.length)]
			.map((place) => ({ place, cost: cost(place) }))
			.sort((a, b) => a.cost - b.cost);
		const place = best?.place ?? { dx: 9, dy: 5, anchor: 'start' };
		for (const { at, rects } of taken) rects.push(rectOf(at(landmark), landmark.lines, place));
		return place;
	});
}
