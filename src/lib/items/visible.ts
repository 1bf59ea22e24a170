import type { Item, ItemOf, Kind } from './item.ts';

const texts = (list: { text: string }[]) => list.map(({ text }) => text);
const offered = ({ options }: { options: { text: string }[] }) => texts(options);

const parts: { [K in Kind]: (item: ItemOf<K>) => string[] } = {
	single: offered,
	several: offered,
	cloze: ({ parts, gaps }) => [...parts, ...gaps.flatMap(offered)],
	order: ({ entries }) => texts(entries),
	match: ({ rows, options }) => [...texts(rows), ...texts(options)],
	timeline: ({ events, options }) => [...texts(events), ...texts(options)],
	hotspot: ({ map, options }) => [...map.landmarks.map(({ name }) => name), ...texts(options)],
	date: ({ worth }) => [worth],
	number: ({ unit }) => [unit],
	short: () => [],
	'who-said': offered,
	support: ({ report, rows }) => [report.digest, ...texts(rows)],
	agree: offered,
	errs: offered,
	context: offered,
	provenance: offered,
	later: offered
};

/** Every text of an item that a candidate sees before answering; its hash is the item's revision. */
export const visibleText = (item: Item): string[] => [
	item.stem,
	...(parts[item.kind] as (item: Item) => string[])(item)
];
