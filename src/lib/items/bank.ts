import type { Index } from '../facts/pack.ts';
import { byId, startWriting } from './context.ts';
import type { Draft, Dropped, Writer } from './draft.ts';
import { shortHash } from './hash.ts';
import type { Item, Kind } from './item.ts';
import { visibleText } from './visible.ts';
import { writeDates, writeNumbers } from './writers/entry.ts';
import { writeMatches } from './writers/match.ts';
import { writeOrders } from './writers/order.ts';
import { writeSeveral } from './writers/several.ts';
import { writeSingles } from './writers/single.ts';
import { writeSupport } from './writers/support.ts';
import { writeWhoSaid } from './writers/who-said.ts';

/** All items that a fact base yields. The same facts give the same bank, byte for byte, in whatever file they stand. */
export interface Bank {
	/** Changes when any item's visible text does. */
	version: string;
	items: Item[];
	/** What could not become a clean item, and why: for editors. */
	dropped: Dropped[];
}

const writers: { [K in Kind]: Writer<K> } = {
	single: writeSingles,
	several: writeSeveral,
	order: writeOrders,
	match: writeMatches,
	'who-said': writeWhoSaid,
	support: writeSupport,
	date: writeDates,
	number: writeNumbers
};

const finish = (draft: Draft<Kind>): Item => {
	const item = { ...draft, rev: '' } as Item;
	return { ...item, rev: shortHash(visibleText(item).join('\n')) };
};

/** Writes the bank of a checked pack. */
export function writeBank(index: Index): Bank {
	const writing = startWriting(index);
	const dropped: Dropped[] = [];
	const items = Object.values(writers)
		.flatMap((write) => {
			const drafts = write(writing, (one) => dropped.push(one)) as Draft<Kind>[];
			return drafts.sort(byId);
		})
		.map(finish);
	return {
		version: shortHash(items.map(({ id, rev }) => `${id} ${rev}`).join('\n')),
		items,
		dropped: dropped.sort(byId)
	};
}
