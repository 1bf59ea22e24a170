import type { Index } from '../facts/pack.ts';
import { byId, startWriting } from './context.ts';
import type { Draft, Dropped, Writer } from './draft.ts';
import { shortHash } from './hash.ts';
import type { Item, Kind } from './item.ts';
import { startReading } from './told.ts';
import { visibleText } from './visible.ts';
import { writeAgree } from './writers/agree.ts';
import { writeAtEvent } from './writers/at-event.ts';
import { writeBeforeAfter } from './writers/before-after.ts';
import { writeBetween } from './writers/between.ts';
import { writeClozes } from './writers/cloze.ts';
import { writeContext } from './writers/context.ts';
import { writeDates, writeNumbers } from './writers/entry.ts';
import { writeErrs } from './writers/errs.ts';
import { writeHotspots } from './writers/hotspot.ts';
import { writeLater } from './writers/later.ts';
import { writeMatches } from './writers/match.ts';
import { writeOrders } from './writers/order.ts';
import { writeProvenance } from './writers/provenance.ts';
import { writeSeveral } from './writers/several.ts';
import { writeShorts } from './writers/short.ts';
import { writeSingles } from './writers/single.ts';
import { writeSupport } from './writers/support.ts';
import { writeTimelines } from './writers/timeline.ts';
import { writeWhoSaid } from './writers/who-said.ts';

/** All items that a fact base yields. The same facts give the same bank, byte for byte, in whatever file they stand. */
export interface Bank {
	/** Changes when any item's visible text does. */
	version: string;
	items: Item[];
	/** What could not become a clean item, and why: for editors. */
	dropped: Dropped[];
}

/** Several ways to write one kind. */
const join =
	<K extends Kind>(...all: Writer<K>[]): Writer<K> =>
	(writing, drop) =>
		all.flatMap((write) => write(writing, drop));

const writers: { [K in Kind]: Writer<K> } = {
	single: join(writeSingles, writeBetween, writeAtEvent),
	several: join(writeSeveral, writeBeforeAfter),
	order: writeOrders,
	match: writeMatches,
	'who-said': writeWhoSaid,
	support: writeSupport,
	date: writeDates,
	number: writeNumbers,
	cloze: writeClozes,
	short: writeShorts,
	timeline: writeTimelines,
	hotspot: writeHotspots,
	agree: writeAgree,
	errs: writeErrs,
	context: writeContext,
	provenance: writeProvenance,
	later: writeLater
};

/**
 * Adds the revision, whatever else the visible text tells beside what the writer knows that it prints, and what is known
 * by what is shown.
 */
function finish(draft: Draft<Kind>, read: (item: Item) => string[], index: Index): Item {
	const item = { ...draft, rev: '' } as Item;
	const printed = [...new Set([...item.printed, ...read(item)])];
	const shown = [...item.shows, ...printed];
	return {
		...item,
		printed,
		shows: [...new Set([...shown, ...shown.flatMap((id) => index.fact.get(id)?.implies ?? [])])],
		rev: shortHash(visibleText(item).join('\n'))
	};
}

/** Writes the bank of a checked pack. */
export function writeBank(index: Index): Bank {
	const writing = startWriting(index);
	const read = startReading(index);
	const dropped: Dropped[] = [];
	const items = Object.values(writers)
		.flatMap((write) => {
			const drafts = write(writing, (one) => dropped.push(one)) as Draft<Kind>[];
			return drafts.sort(byId);
		})
		.map((draft) => finish(draft, read, index));
	return {
		version: shortHash(items.map(({ id, rev }) => `${id} ${rev}`).join('\n')),
		items,
		dropped: dropped.sort(byId)
	};
}
