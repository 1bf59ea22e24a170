import type { NamePair } from '../facts/pairs.ts';
import type { Form } from '../forms/form.ts';
import type { Item } from '../items/item.ts';
import type { Card, Grounds } from './evidence.ts';
import type { Heading } from './paper.ts';

/** Grounds as they come to a device: as data. */
export interface PackedGrounds {
	/** By fact. */
	cards: Record<string, Card>;
	/** Short names of sources, by id. */
	shorts: Record<string, string>;
	/** Both names of the places that are named here. */
	pairs: NamePair[];
	report: string;
}

/** Papers of one module with all that showing, marking and explaining them needs. */
export interface PaperPack extends PackedGrounds, Heading {
	module: string;
	forms: Form[];
	/** What the module’s explainers ask in their text. */
	prompts: Item[];
}

/** An item with all that showing, marking and explaining it needs. */
export interface PracticeItem extends PackedGrounds {
	id: string;
	rev: string;
	topic: string;
	item: Item;
}

function of<T>(record: Record<string, T>, id: string): T {
	const found = Object.hasOwn(record, id) ? record[id] : undefined;
	if (found === undefined) throw new Error(`the pack lacks “${id}”`);
	return found;
}

export const groundsOf = ({ cards, shorts, report }: PackedGrounds): Grounds => ({
	card: (fact) => of(cards, fact),
	short: (source) => of(shorts, source),
	report
});
