import { fold } from '#lib/facts/words.ts';
import type { Index } from '#lib/facts/pack.ts';
import type { Bank } from '#lib/items/bank.ts';
import type { Dropped } from '#lib/items/draft.ts';
import { kinds, type Item, type Kind } from '#lib/items/item.ts';
import { partsOf } from '#lib/items/parts.ts';
import { visibleText } from '#lib/items/visible.ts';

/** The kinds as editors read them. */
export const kindNames: Record<Kind, string> = {
	single: 'Single best answer',
	several: 'Several right',
	cloze: 'Cloze',
	order: 'Ordering',
	match: 'Matching',
	timeline: 'Place on the timeline',
	hotspot: 'Place on the map',
	date: 'Date',
	number: 'Number',
	short: 'Short answer',
	'who-said': 'Who said it',
	support: 'What a report supports',
	agree: 'Two that agree',
	errs: 'Which report errs',
	context: 'Not yet known',
	provenance: 'Where a text came from',
	later: 'What came later'
};
export const levelNames: Record<Item['level'], string> = {
	recall: 'Recall',
	understanding: 'Understanding',
	'source-reasoning': 'Source reasoning'
};

/** Which items an editor wants to see; an empty text asks for all. */
export interface ItemChoice {
	module: string;
	topic: string;
	kind: string;
	level: string;
	fact: string;
	source: string;
	/** Words in the stem, the options, the answer or the id. */
	q: string;
	/** Those that could not become an item, instead of the items. */
	dropped: string;
}
type Filter = keyof ItemChoice;

interface Rule {
	/** What a value of it is called. */
	name: string;
	knows(value: string, index: Index): boolean;
	keeps(item: Item, value: string, index: Index): boolean;
	/** Of what was dropped, the id is all there is: `fact.kind.slot…` or `source.kind.variant`. */
	keepsDropped(dropped: Dropped, value: string, index: Index): boolean;
}

const topicsOf = (module: string, index: Index): readonly string[] =>
	index.module.get(module)?.blueprint.topics ?? [];
const segments = ({ id }: Dropped) => id.split('.');
const topicOf = (dropped: Dropped, index: Index) =>
	index.fact.get(segments(dropped)[0] ?? '')?.topic;

/** Every text of an item that words can be looked for in. */
const textOf = (item: Item): string =>
	[item.id, ...visibleText(item), ...partsOf(item).map(({ text }) => text)].join('\n');
const holds = (text: string, words: string) => {
	const folded = fold(text);
	return fold(words)
		.split(/\s+/)
		.every((word) => folded.includes(word));
};
const cites = (item: Item, source: string): boolean =>
	[item.sources, ...partsOf(item).map(({ rationale }) => rationale.sources)].some((list) =>
		list.some((one) => one.source === source)
	) ||
	('report' in item && item.report.source === source);

/** Whether an item can come up in a quiz of a module. */
export const isDrawnBy = (item: Item, module: string, index: Index): boolean =>
	topicsOf(module, index).includes(item.topic) &&
	index.module.get(module)?.blueprint.kinds[item.kind] !== 0;

const rules: Record<Filter, Rule> = {
	module: {
		name: 'module',
		knows: (id, { module }) => module.has(id),
		keeps: isDrawnBy,
		keepsDropped: (one, id, index) => topicsOf(id, index).includes(topicOf(one, index) ?? '')
	},
	topic: {
		name: 'topic',
		knows: (id, { pack }) => pack.sourcebook.topics.some((one) => one.id === id),
		keeps: ({ topic }, id) => topic === id,
		keepsDropped: (one, id, index) => topicOf(one, index) === id
	},
	kind: {
		name: 'kind',
		knows: (kind) => (kinds as readonly string[]).includes(kind),
		keeps: ({ kind }, one) => kind === one,
		keepsDropped: (one, kind) => segments(one)[1] === kind
	},
	level: {
		name: 'level',
		knows: (level) => level in levelNames,
		keeps: ({ level }, one) => level === one,
		keepsDropped: () => true
	},
	fact: {
		name: 'fact',
		knows: (id, { fact }) => fact.has(id),
		keeps: ({ shows }, id) => shows.includes(id),
		keepsDropped: (one, id) => segments(one).some((part) => part.split('+').includes(id))
	},
	source: {
		name: 'source',
		knows: (id, { source }) => source.has(id),
		keeps: cites,
		keepsDropped: (one, id) => segments(one).includes(id)
	},
	q: {
		name: 'text',
		knows: () => true,
		keeps: (item, words) => holds(textOf(item), words),
		keepsDropped: ({ id, why }, words) => holds(`${id} ${why}`, words)
	},
	dropped: {
		name: 'value of “dropped”',
		knows: (value) => value === 'yes',
		keeps: () => true,
		keepsDropped: () => true
	}
};
const filters = Object.keys(rules) as Filter[];
/** Parameters of an address that are no filters. */
const others = ['page', 'key'];

/** What an address asks for; what it asks for in vain is named in `ignored`. */
export function readChoice(
	query: URLSearchParams,
	index: Index
): { choice: ItemChoice; ignored: string[] } {
	const ignored: string[] = [];
	const read = (filter: Filter): string => {
		const asked = query.get(filter)?.trim() ?? '';
		if (asked === '' || rules[filter].knows(asked, index)) return asked;
		ignored.push(`There is no ${rules[filter].name} called “${asked.slice(0, 60)}”.`);
		return '';
	};
	const choice = Object.fromEntries(filters.map((filter) => [filter, read(filter)]));
	for (const name of new Set(query.keys()))
		if (![...filters, ...others].includes(name))
			ignored.push(`There is no filter called “${name.slice(0, 60)}”.`);
	if (choice['dropped'] && choice['level'])
		ignored.push('What was dropped has no level: all levels are shown.');
	return { choice: choice as unknown as ItemChoice, ignored };
}

/** What follows the path of an address. */
export type Query = '' | `?${string}`;

/** The part of an address that says a choice, from its question mark on; empty for the whole bank. */
export function queryOf(choice: ItemChoice, more: Record<string, string> = {}): Query {
	const said = [...Object.entries(choice), ...Object.entries(more)].filter(([, value]) => value);
	return said.length === 0 ? '' : `?${new URLSearchParams(said)}`;
}

const active = (choice: ItemChoice) =>
	filters
		.map((filter) => ({ rule: rules[filter], value: choice[filter] }))
		.filter(({ value }) => value !== '');

export const itemsOf = ({ items }: Bank, choice: ItemChoice, index: Index): Item[] =>
	items.filter((item) => active(choice).every(({ rule, value }) => rule.keeps(item, value, index)));

export const droppedOf = ({ dropped }: Bank, choice: ItemChoice, index: Index): Dropped[] =>
	dropped.filter((one) =>
		active(choice).every(({ rule, value }) => rule.keepsDropped(one, value, index))
	);
