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

/** One option is the key; the stem says by which reasoning. */
interface Choice<K extends string> extends WithOptions {
	kind: K;
}
/** Single best answer. */
export type SingleItem = Choice<'single'>;
/** Who said it, in a report whose voices are all listed. */
export type WhoSaidItem = Choice<'who-said'>;
/** What a report of that day could not yet know. */
export type ContextItem = Choice<'context'>;
/** Where a report's text came from. */
export type ProvenanceItem = Choice<'provenance'>;
/** Which report errs. */
export type ErrsItem = Choice<'errs'>;
/** What came later in a chain of figures. */
export type LaterItem = Choice<'later'>;
/** Place on the timeline: the options are the gaps before, between and after `events`, which stand in order. */
export interface TimelineItem extends Choice<'timeline'> {
	events: { id: string; text: string }[];
}
/** The map of a question: all that is needed to draw it, and to place a point on it. */
export interface QuestionFrame {
	/** Names the drawing of its borders, coasts and waters. */
	id: string;
	format: 'wide' | 'tall';
	/** West, south, east, north: what must be in view. */
	box: readonly [west: number, south: number, east: number, north: number];
	/** What is drawn with its name: no spot lies there. */
	landmarks: { name: string; at: readonly [latitude: number, longitude: number] }[];
	/** Under the map: what its lines are, and who drew them. */
	note: string;
}
/** What the places on a map are called on the plate and in its key, in the order of the options. */
export const spotLetters = 'ABCDEF';

/** Place on the map: each option is a spot, and its text says in words where it lies. */
export interface HotspotItem extends Choice<'hotspot'> {
	map: QuestionFrame;
	/** Latitude and longitude of each option, in degrees, by option id. */
	spots: Record<string, readonly [latitude: number, longitude: number]>;
}
export type ChoiceItem =
	| SingleItem
	| WhoSaidItem
	| ContextItem
	| ProvenanceItem
	| ErrsItem
	| LaterItem
	| TimelineItem
	| HotspotItem;

export interface SeveralItem extends WithOptions {
	kind: 'several';
}
/** Which two reports agree: two keys, and the stem says so. */
export interface AgreeItem extends WithOptions {
	kind: 'agree';
}
/** More than one option is right. */
export type MultipleItem = SeveralItem | AgreeItem;

/** A sentence with gaps, each filled from its own list. */
export interface ClozeItem extends Base {
	kind: 'cloze';
	/** The sentence around the gaps: one part more than there are gaps. */
	parts: string[];
	gaps: { id: string; ordered: boolean; options: Option[] }[];
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

/** Short answer: a name to be typed in. */
export interface ShortItem extends Base {
	kind: 'short';
	/** As it is shown. */
	key: string;
	/** Every form that earns full marks; case, diacritics and usual transliterations are forgiven when marking. */
	accepted: string[];
	/** Names that are too near to be forgiven as a misspelling: they are other answers. */
	others: string[];
	rationale: Rationale;
}

export type Item =
	| ChoiceItem
	| MultipleItem
	| ClozeItem
	| OrderItem
	| MatchItem
	| SupportItem
	| DateItem
	| NumberItem
	| ShortItem;
export type Kind = Item['kind'];
export type ItemOf<K extends Kind> = Extract<Item, { kind: K }>;

/** How an item is answered. Kinds of one format share how they are read, marked, arranged and kept. */
export const formatOf = {
	single: 'choice',
	several: 'multiple',
	cloze: 'cloze',
	order: 'order',
	match: 'match',
	timeline: 'choice',
	hotspot: 'choice',
	date: 'date',
	number: 'number',
	short: 'short',
	'who-said': 'choice',
	support: 'support',
	agree: 'multiple',
	errs: 'choice',
	context: 'choice',
	provenance: 'choice',
	later: 'choice'
} as const satisfies Record<Kind, string>;
export type Format = (typeof formatOf)[Kind];
/** The items of a format. */
export type ItemIn<F extends Format> = Extract<
	Item,
	{ kind: { [K in Kind]: (typeof formatOf)[K] extends F ? K : never }[Kind] }
>;

/** What a table by format says about an item. */
export const byFormat = <R>(table: { [F in Format]: (item: ItemIn<F>) => R }, item: Item): R =>
	(table[formatOf[item.kind]] as (item: Item) => R)(item);

/** Every kind, in the order in which pages and tables list them. */
export const kinds = Object.keys(formatOf) as readonly Kind[];

export const verdicts: readonly Verdict[] = ['supported', 'contradicted', 'not-stated'];

/** The facts that an item asks about. */
export const askedFacts = ({ asks }: Pick<Item, 'asks'>): string[] =>
	asks.map((slot) => slot.slice(0, slot.indexOf('.')));
