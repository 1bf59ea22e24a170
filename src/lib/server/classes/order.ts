import { byFormat, type Item } from '#lib/items/item.ts';

/** Ids in the order in which a paper shows them: of options, rows or entries; a list for each gap of a sentence. */
export type Order = string[][];

interface Named {
	id: string;
}
const ids = (list: readonly Named[]): string[] => list.map(({ id }) => id);

/** The order of an item's parts as it stands. */
export const orderOf = (item: Item): Order =>
	byFormat<Order>(
		{
			choice: ({ options }) => [ids(options)],
			multiple: ({ options }) => [ids(options)],
			cloze: ({ gaps }) => gaps.map(({ options }) => ids(options)),
			order: ({ entries }) => [ids(entries)],
			match: ({ rows, options }) => [ids(rows), ids(options)],
			support: ({ rows }) => [ids(rows)],
			date: () => [],
			number: () => [],
			short: () => []
		},
		item
	);

/** @throws Error when the order is not of this list */
function put<N extends Named>(list: readonly N[], order: readonly string[] = []): N[] {
	const known = new Map(list.map((one) => [one.id, one]));
	const sorted = order.flatMap((id) => known.get(id) ?? []);
	if (sorted.length !== list.length || order.length !== list.length)
		throw new Error(`a kept order does not fit: ${order.join()}`);
	return sorted;
}

/** An item with its parts in an order that `orderOf` gave. @throws Error when the order is not of this item */
export const inOrder = (item: Item, order: Order): Item =>
	byFormat<Item>(
		{
			choice: (one) => ({ ...one, options: put(one.options, order[0]) }),
			multiple: (one) => ({ ...one, options: put(one.options, order[0]) }),
			cloze: (one) => ({
				...one,
				gaps: one.gaps.map((gap, at) => ({ ...gap, options: put(gap.options, order[at]) }))
			}),
			order: (one) => ({ ...one, entries: put(one.entries, order[0]) }),
			match: (one) => ({
				...one,
				rows: put(one.rows, order[0]),
				options: put(one.options, order[1])
			}),
			support: (one) => ({ ...one, rows: put(one.rows, order[0]) }),
			date: (one) => one,
			number: (one) => one,
			short: (one) => one
		},
		item
	);
