import {
	formatOf,
	type Format,
	type Item,
	type ItemIn,
	type Option,
	type OrderItem
} from '../items/item.ts';
import type { Draw } from './seed.ts';

/** The places that keys have taken on a form, so that the next key goes where there are fewest. */
export type KeyPlaces = number[];

/** Shuffles the options of a choice, then moves the key to the place that was used least. */
function spreadKey<C extends { options: Option[]; ordered: boolean }>(
	item: C,
	draw: Draw,
	places: KeyPlaces
): C {
	const count = (place: number) => places[place] ?? 0;
	const use = (place: number) => {
		places[place] = count(place) + 1;
	};
	if (item.ordered) {
		use(item.options.findIndex(({ key }) => key));
		return item;
	}
	const wrong = draw.shuffle(item.options.filter(({ key }) => !key));
	const free = Array.from({ length: wrong.length + 1 }, (_, place) => place);
	const least = Math.min(...free.map(count));
	const best = free.filter((place) => count(place) === least);
	const place = best[draw.below(best.length)] ?? 0;
	use(place);
	const options = [...wrong];
	options.splice(place, 0, ...item.options.filter(({ key }) => key));
	return { ...item, options };
}

/** Entries in an order that is not the right one. */
function jumble(item: OrderItem, draw: Draw): OrderItem {
	const right = (entries: OrderItem['entries']) =>
		entries.every(({ place }, position) => place === position + 1);
	let entries = draw.shuffle(item.entries);
	while (right(entries)) entries = draw.shuffle(item.entries);
	return { ...item, entries };
}

const arrangements: {
	[F in Format]: (item: ItemIn<F>, draw: Draw, places: KeyPlaces) => Item;
} = {
	choice: spreadKey,
	multiple: (item, draw) =>
		item.ordered ? item : { ...item, options: draw.shuffle(item.options) },
	cloze: (item, draw, places) => ({
		...item,
		gaps: item.gaps.map((gap) => spreadKey(gap, draw, places))
	}),
	order: jumble,
	match: (item, draw) => ({ ...item, rows: draw.shuffle(item.rows) }),
	support: (item, draw) => ({ ...item, rows: draw.shuffle(item.rows) }),
	date: (item) => item,
	number: (item) => item,
	short: (item) => item
};

/** An item with options and rows as a form shows them. Values in natural order keep it. */
export const arrange = (item: Item, draw: Draw, places: KeyPlaces): Item =>
	(arrangements[formatOf[item.kind]] as (item: Item, draw: Draw, places: KeyPlaces) => Item)(
		item,
		draw,
		places
	);
