import type { Level } from '../facts/schema.ts';

/** The contract of the item bank. Nothing here knows how items are written, shown or marked. */

/** Where a statement is shown to stand: a source and a place in it. */
export interface Citation {
	source: string;
	/** "¶ 7", "point 3", "article 4" … */
	locator: string;
	quote: string;
}

/** Why an option is right or wrong, with the facts it rests on. Every option of every item has one. */
export interface Rationale {
	text: string;
	facts: string[];
	sources: Citation[];
}

export interface Option {
	/** Opaque: says nothing about being the key. */
	id: string;
	text: string;
	key: boolean;
	rationale: Rationale;
}

interface Base {
	/** `fact.kind.slot[.variant]`; stays the same across rebuilds. */
	id: string;
	/** Hash of the visible text; statistics join on id and rev. */
	rev: string;
	level: Level;
	topic: string;
	/** What is asked, whatever the format: `fact.role`. */
	slot: string;
	stem: string;
	/** Facts the item was written from. */
	facts: string[];
	/** Slots asked, as `fact.role`. */
	asks: string[];
	/** Facts whose value stands in stem, options, fixed rows or rationale. */
	shows: string[];
	/** The part of `shows` that a candidate sees before answering: stem, fixed rows, digest. */
	printed: string[];
	sources: Citation[];
}

interface WithOptions extends Base {
	options: Option[];
	/** Options have a natural order (dates, numbers) and keep it; all others are shuffled by the form. */
	ordered: boolean;
}

export interface SingleItem extends WithOptions {
	kind: 'single';
}
export interface WhoSaidItem extends WithOptions {
	kind: 'who-said';
}
/** One option is the key. */
export type ChoiceItem = SingleItem | WhoSaidItem;

export interface SeveralItem extends WithOptions {
	kind: 'several';
}

export interface OrderItem extends Base {
	kind: 'order';
	/** `place` is the right place, 1-based, the earliest first. */
	entries: { id: string; text: string; place: number; rationale: Rationale }[];
}

export interface MatchItem extends Base {
	kind: 'match';
	rows: { id: string; text: string; key: string; rationale: Rationale }[];
	options: { id: string; text: string }[];
}

export type Verdict = 'supported' | 'contradicted' | 'not-stated';
export interface SupportItem extends Base {
	kind: 'support';
	/** The report to be judged by: its source id and our digest of it. */
	report: { source: string; digest: string };
	rows: { id: string; text: string; key: Verdict; rationale: Rationale }[];
}

export interface DateItem extends Base {
	kind: 'date';
	/** EDTF; `worth` says which parts must be given. */
	key: string;
	worth: 'day' | 'month' | 'year';
	rationale: Rationale;
}

export interface NumberItem extends Base {
	kind: 'number';
	key: number;
	/** Absolute distance from the key that still earns full marks. */
	tolerance: number;
	unit: string;
	rationale: Rationale;
}

export type Item =
	| SingleItem
	| WhoSaidItem
	| SeveralItem
	| OrderItem
	| MatchItem
	| SupportItem
	| DateItem
	| NumberItem;
export type Kind = Item['kind'];
export type ItemOf<K extends Kind> = Extract<Item, { kind: K }>;

/** Every kind, in the order in which pages and tables list them. */
export const kinds = [
	'single',
	'several',
	'order',
	'match',
	'who-said',
	'support',
	'date',
	'number'
] as const satisfies readonly Kind[];

export const verdicts: readonly Verdict[] = ['supported', 'contradicted', 'not-stated'];
