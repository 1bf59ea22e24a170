import type { TownSpot } from '../../src/lib/server/atlas.ts';
import { heights } from './draw.ts';

/** The least width at which names are lettered (44rem), and that of a plate on the smallest phone, in pixels. */
const named = 704;
const phone = 288;
/** Lettering of 14 pixels: the width of a letter, generous, and the height of a line. */
const letter = 7.2;
const line = 15;
const dot = 7;

interface Rect {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

type Place = Pick<TownSpot, 'dx' | 'dy' | 'anchor'>;

const beside: Place = { dx: 12, dy: 5, anchor: 'start' };

/** Beside the spot first, then above and below it. */
const places: Place[] = [
	beside,
	{ dx: -12, dy: 5, anchor: 'end' },
	{ dx: 9, dy: 16, anchor: 'start' },
	{ dx: 9, dy: -6, anchor: 'start' },
	{ dx: -9, dy: 16, anchor: 'end' },
	{ dx: -9, dy: -6, anchor: 'end' },
	{ dx: 0, dy: 23, anchor: 'middle' },
	{ dx: 0, dy: -12, anchor: 'middle' }
];

const share = { start: 0, middle: 0.5, end: 1 };

function rect(x: number, y: number, text: string, { dx, dy, anchor }: Place): Rect {
	const width = text.length * letter;
	const left = x + dx - share[anchor] * width;
	const baseline = y + dy;
	return { left, right: left + width, top: baseline - line + 3, bottom: baseline + 3 };
}

const overlap = (a: Rect, b: Rect): boolean =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

export interface Named {
	id: string;
	x: number;
	y: number;
	number: number;
	name: string;
}

/** Finds a place for the lettering of every town, in their order: name and number, or the number alone. */
export function letterTowns(
	towns: readonly Named[],
	labels: readonly { x: number; y: number; text: string }[],
	format: keyof typeof heights
): TownSpot[] {
	const at = (width: number, { x, y }: { x: number; y: number }) => ({
		x: (x / 100) * width,
		y: ((y / 100) * width * heights[format]) / 1000
	});
	const dots = (width: number) =>
		towns.map((town) => {
			const { x, y } = at(width, town);
			return { id: town.id, left: x - dot, right: x + dot, top: y - dot, bottom: y + dot };
		});
	/** `spaced`: names of states are letterspaced where there is room. */
	const labelRects = (width: number, spaced: number): Rect[] =>
		labels.map((label) => {
			const { x, y } = at(width, label);
			const half = (label.text.length * letter * spaced) / 2;
			return { left: x - half, right: x + half, top: y - line + 3, bottom: y + 3 };
		});
	const taken = labelRects(named, 1.6);
	const takenOnPhone = labelRects(phone, 1.2);
	const free = (box: Rect, others: readonly Rect[], width: number) =>
		box.left > 2 && box.right < width - 2 && !others.some((other) => overlap(box, other));

	return towns.map((town) => {
		const spot = at(named, town);
		const others = [...taken, ...dots(named).filter(({ id }) => id !== town.id)];
		const fit = (text: string) =>
			places.find((place) => free(rect(spot.x, spot.y, text, place), others, named));
		const full = `${town.number} ${town.name}`;
		const whole = fit(full);
		const place = whole ?? fit(String(town.number)) ?? beside;
		taken.push(rect(spot.x, spot.y, whole ? full : String(town.number), place));

		const onPhone = at(phone, town);
		const box = rect(onPhone.x, onPhone.y, String(town.number), place);
		const near = [...takenOnPhone, ...dots(phone).filter(({ id }) => id !== town.id)];
		const crowded = !free(box, near, phone);
		if (!crowded) takenOnPhone.push(box);
		return { id: town.id, x: town.x, y: town.y, ...place, lettered: !!whole, crowded };
	});
}
