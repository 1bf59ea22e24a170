import type { Index } from '#lib/facts/pack.ts';
import type { Item, Kind } from '#lib/items/item.ts';
import { kinds } from '#lib/items/item.ts';
import { questionOf } from '#lib/items/parts.ts';
import type { Library } from '../library.ts';
import {
	droppedOf,
	itemsOf,
	kindNames,
	levelNames,
	queryOf,
	readChoice,
	type ItemChoice
} from './item-choice.ts';

const perPage = 50;

export const topicTitle = (id: string, { pack }: Index): string =>
	pack.sourcebook.topics.find((topic) => topic.id === id)?.title ?? id;

/** What a filter can be set to, with how many items of the bank each value has. */
function valuesOf(items: readonly Item[], { pack }: Index) {
	const count = (test: (item: Item) => boolean) => items.filter(test).length;
	return {
		modules: pack.modules.map(({ id, title }) => ({ id, title })),
		topics: pack.sourcebook.topics.map(({ id, title }) => ({
			id,
			title: `${title} (${count(({ topic }) => topic === id)})`
		})),
		kinds: kinds.map((id) => ({
			id,
			title: `${kindNames[id]} (${count(({ kind }) => kind === id)})`
		})),
		levels: Object.entries(levelNames).map(([id, title]) => ({
			id,
			title: `${title} (${count(({ level }) => level === id)})`
		})),
		sources: pack.sources.map(({ id }) => id)
	};
}

/** The number of `?page=`; a page that is none is named in `ignored`, and the nearest is shown. */
function readPage(text: string | null, pages: number, ignored: string[]): number {
	const asked = text === null || text === '' ? 1 : /^\d{1,6}$/.test(text) ? Number(text) : 0;
	const page = Math.min(Math.max(asked, 1), pages);
	if (page !== asked)
		ignored.push(`There is no page “${text?.slice(0, 20)}”: this is page ${page} of ${pages}.`);
	return page;
}

const slice = <T>(list: readonly T[], page: number): T[] =>
	list.slice((page - 1) * perPage, page * perPage);

/** A line of the list: an item, or what could not become one. */
const itemRow = (item: Item, index: Index) => ({
	id: item.id,
	rev: item.rev,
	question: questionOf(item),
	kind: kindNames[item.kind],
	level: levelNames[item.level],
	topic: topicTitle(item.topic, index)
});
const droppedRow = ({ id, why }: { id: string; why: string }) => {
	const kind = id.split('.')[1] as Kind;
	return { id, why, kind: kindNames[kind] ?? kind };
};

/** The bank as editors go through it: what the address asks for, fifty on a page. */
export function itemsPage(
	query: URLSearchParams,
	{ index, bank }: Pick<Library, 'index' | 'bank'>
) {
	const { choice, ignored } = readChoice(query, index);
	const shown = choice.dropped ? [] : itemsOf(bank, choice, index);
	const dropped = choice.dropped ? droppedOf(bank, choice, index) : [];
	const total = shown.length + dropped.length;
	const pages = Math.max(1, Math.ceil(total / perPage));
	const page = readPage(query.get('page'), pages, ignored);
	const to = (other: number) =>
		other < 1 || other > pages
			? undefined
			: queryOf(choice, other === 1 ? {} : { page: String(other) });
	return {
		choice: choice satisfies ItemChoice,
		ignored,
		values: valuesOf(bank.items, index),
		/** Handed on to each item, so that it knows its neighbours. */
		query: queryOf(choice),
		items: slice(shown, page).map((item) => itemRow(item, index)),
		dropped: slice(dropped, page).map(droppedRow),
		...{ total, page, pages, first: (page - 1) * perPage + 1, perPage },
		all: choice.dropped ? bank.dropped.length : bank.items.length,
		version: bank.version,
		previous: to(page - 1),
		next: to(page + 1)
	};
}
export type ItemsPage = ReturnType<typeof itemsPage>;
