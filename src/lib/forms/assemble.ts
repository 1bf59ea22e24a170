import type { Module } from '../facts/schema.ts';
import type { Bank } from '../items/bank.ts';
import { shortHash } from '../items/hash.ts';
import type { Item, ItemOf, Kind } from '../items/item.ts';
import { arrange, type KeyPlaces } from './arrange.ts';
import { exclude, inFeedbackOrder } from './conflicts.ts';
import type { Form } from './form.ts';
import { drawFrom, type Draw } from './seed.ts';

type Blueprint = Module['blueprint'];

/** The full mark of an item: one, or one for each part that is judged by itself. */
const fullMarks: { [K in Kind]: (item: ItemOf<K>) => number } = {
	single: () => 1,
	'who-said': () => 1,
	several: ({ options }) => options.filter(({ key }) => key).length,
	order: ({ entries }) => entries.length - 1,
	match: ({ rows }) => rows.length,
	support: ({ rows }) => rows.length,
	date: () => 1,
	number: () => 1
};

export const fullMark = (item: Item): number =>
	(fullMarks[item.kind] as (item: Item) => number)(item);

/** The part of a bank that a blueprint draws on. */
interface Pool {
	items: Item[];
	/** Changes when the visible text of one of its items does, and not with items of other topics. */
	version: string;
}

/** The items of the blueprint's topics, found once for each bank and list of topics. */
const pools = new WeakMap<Bank, Map<string, Pool>>();
function poolOf(bank: Bank, { topics }: Blueprint): Pool {
	const known = pools.get(bank) ?? new Map<string, Pool>();
	pools.set(bank, known);
	const name = topics.join();
	let pool = known.get(name);
	if (!pool) {
		const items = bank.items.filter(({ topic }) => topics.includes(topic));
		pool = { items, version: shortHash(items.map(({ id, rev }) => `${id} ${rev}`).join('\n')) };
		known.set(name, pool);
	}
	return pool;
}

/** A growing selection in which no item gives another away. */
function selection({ kinds, length }: Blueprint) {
	let chosen: Item[] = [];
	const used = new Map<Kind, number>();
	const room = (kind: Kind) => (used.get(kind) ?? 0) < (kinds[kind] ?? length);
	return {
		get items() {
			return chosen;
		},
		get isFull() {
			return chosen.length >= length;
		},
		offer(item: Item): boolean {
			if (!room(item.kind) || chosen.some((other) => other === item || exclude(item, other)))
				return false;
			const sorted = inFeedbackOrder([...chosen, item]);
			if (!sorted) return false;
			chosen = sorted;
			used.set(item.kind, (used.get(item.kind) ?? 0) + 1);
			return true;
		}
	};
}

function select(
	pool: Item[],
	blueprint: Blueprint,
	draw: Draw
): { items: Item[]; lacks: string[] } {
	const picked = selection(blueprint);
	const lacks: string[] = [];
	const shuffled = draw.shuffle(pool);
	for (const [level, share] of Object.entries(blueprint.levels)) {
		const wanted = Math.ceil(share * blueprint.length);
		let found = 0;
		for (const item of shuffled)
			if (item.level === level && found < wanted && !picked.isFull && picked.offer(item)) found++;
		if (found < wanted) lacks.push(`${wanted - found} more of level ${level}`);
	}
	for (const item of shuffled) if (!picked.isFull) picked.offer(item);
	const missing = blueprint.length - picked.items.length;
	if (missing > 0) lacks.push(`${missing} more questions that do not give each other away`);
	return { items: picked.items, lacks };
}

/**
 * Assembles a form: levels first, then whatever fits, in the order the seed draws; no two items give each other away,
 * and none is given away by the feedback of an earlier one.
 * `length` overrides the blueprint's number of items.
 */
export function assemble(
	bank: Bank,
	{ id, blueprint }: Pick<Module, 'id' | 'blueprint'>,
	seed: string,
	length = blueprint.length
): Form {
	const pool = poolOf(bank, blueprint);
	const draw = drawFrom(`${pool.version}/${id}/${length}/${seed}`);
	const { items, lacks } = select(pool.items, { ...blueprint, length }, draw);
	const places: KeyPlaces = [];
	return {
		module: id,
		seed,
		bank: pool.version,
		items: items.map((item) => ({ item: arrange(item, draw, places), marks: fullMark(item) })),
		lacks
	};
}
