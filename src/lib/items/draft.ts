import type { Fact, Level } from '../facts/schema.ts';
import { relationOf, type Writing } from './context.ts';
import { hash, shortHash } from './hash.ts';
import type { ItemOf, Kind, Option, Rationale } from './item.ts';
import { mergeCitations } from './rationale.ts';

/** An item as its writer leaves it; the bank adds the revision. */
export type Draft<K extends Kind> = Omit<ItemOf<K>, 'rev'>;

/** What a writer could not turn into a clean item, and why: for editors. */
export interface Dropped {
	id: string;
	why: string;
}

/** One kind's writer: all items of the kind that a pack yields. `drop` names what had to be left out. */
export type Writer<K extends Kind> = (
	writing: Writing,
	drop: (dropped: Dropped) => void
) => Draft<K>[];

/** An opaque id for an option of an item: its text decides, its being the key does not. */
export const partId = (item: string, text: string): string => shortHash(`${item}/${text}`);

export const option = (item: string, text: string, key: boolean, rationale: Rationale): Option => ({
	id: partId(item, text),
	text,
	key,
	rationale
});

interface Written<K extends Kind> {
	id: string;
	kind: K;
	level: Level;
	slot: string;
	stem: string;
	/** The first one gives the topic. */
	from: readonly [Fact, ...Fact[]];
	asks: string[];
	/** Facts that stem, fixed rows or digest give away. */
	printed?: string[];
	/** All rationales of the item. */
	rationales: Rationale[];
}

/** The parts that items of every kind have, from what their writer knows. */
export function common<K extends Kind>({ from, rationales, printed = [], ...rest }: Written<K>) {
	const facts = from.map(({ id }) => id);
	const told = rationales.flatMap(({ facts }) => facts);
	return {
		...rest,
		topic: from[0].topic,
		facts,
		shows: [...new Set([...facts, ...printed, ...told])],
		printed,
		sources: mergeCitations(from)
	};
}

/** The level of a slot, as the relation states it. */
export const levelOf = (fact: Fact, slot: string, { index }: Writing): Level =>
	relationOf(fact, index).level[slot] ?? 'recall';

/** Options that have no natural order stand in an order that says nothing; the form shuffles them again. */
export const scrambled = <T extends { id: string }>(list: T[]): T[] =>
	[...list].sort((a, b) => hash(a.id) - hash(b.id));
