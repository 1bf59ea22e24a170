import type { Item, ItemOf, Kind } from './item.ts';

type Texts = { [K in Kind]: (item: ItemOf<K>) => string[] };
const texts = (list: { text: string }[]) => list.map(({ text }) => text);

const parts: Texts = {
	single: ({ options }) => texts(options),
	'who-said': ({ options }) => texts(options),
	several: ({ options }) => texts(options),
	order: ({ entries }) => texts(entries),
	match: ({ rows, options }) => [...texts(rows), ...texts(options)],
	support: ({ report, rows }) => [report.digest, ...texts(rows)],
	date: ({ worth }) => [worth],
	number: ({ unit }) => [unit]
};

/** Every text of an item that a candidate sees before answering; its hash is the item's revision. */
export const visibleText = (item: Item): string[] => [
	item.stem,
	...(parts[item.kind] as (item: Item) => string[])(item)
];
