import { joint, namePairs } from '#lib/facts/pairs.ts';
import type { Form } from '#lib/forms/form.ts';
import { seedFrom } from '#lib/forms/seed.ts';
import { hash } from '#lib/items/hash.ts';
import type { Item, Rationale } from '#lib/items/item.ts';
import { partsOf } from '#lib/items/parts.ts';
import type { PackedGrounds, PaperPack, PracticeItem } from '#lib/papers/pack.ts';
import type { Library } from './library.ts';
import { groundsIn, headingOf } from './papers.ts';

/** What packs are made from. */
type Stock = Pick<Library, 'index' | 'bank'>;

/** So many papers of each module can be taken without a connection, beside those that were opened. */
const papersKept = 3;

/**
 * Whether items may come to a device with their keys: the one place that decides it, for items and papers alike. Whoever
 * practises may have any of them judged at once, so all may that are in the bank.
 */
const mayLeave = (items: readonly Item[], { bank }: Stock): boolean =>
	items.every(({ id }) => bank.items.some((one) => one.id === id));

const leanRationale = ({ text, facts, sources }: Rationale): Rationale => ({
	text,
	facts,
	sources:
		facts.length > 0 ? [] : sources.map(({ source, locator }) => ({ source, locator, quote: '' }))
});

/** An item without what only writing and assembling it needs. */
function lean<I extends Item>(item: I): I {
	const bare = { ...item, facts: [], asks: [], shows: [], printed: [], sources: [] };
	const text = JSON.stringify(bare, (name, value) =>
		name === 'rationale' ? leanRationale(value as Rationale) : value
	);
	return JSON.parse(text) as I;
}

/** What explains some items, and how their places are called. */
function packGrounds(items: readonly Item[], { index }: Stock): PackedGrounds {
	const grounds = groundsIn(index);
	const rationales = items.flatMap((item) => partsOf(item).map(({ rationale }) => rationale));
	const facts = new Set(rationales.flatMap((one) => one.facts));
	const sources = new Set(
		rationales.flatMap((one) => leanRationale(one).sources.map(({ source }) => source))
	);
	const cards = Object.fromEntries(
		[...facts].map((id) => [id, { ...grounds.card(id), report: '' }])
	);
	const text = JSON.stringify([items, cards]);
	return {
		cards,
		shorts: Object.fromEntries([...sources].map((id) => [id, grounds.short(id)])),
		pairs: namePairs(index.pack).filter((pair) => text.includes(pair.join(joint))),
		report: grounds.report
	};
}

/** An item as a device can show, mark and explain it; undefined when the bank has none of this name. */
export function practiceItem(id: string, stock: Stock): PracticeItem | undefined {
	const item = stock.bank.items.find((one) => one.id === id);
	if (!item || !mayLeave([item], stock)) return undefined;
	const { rev, topic } = item;
	return { id, rev, topic, item: lean(item), ...packGrounds([item], stock) };
}

/**
 * Papers of one module as a device can show, mark and explain them; undefined when they must not leave.
 * @param asked ids of the items that the module’s explainers ask in their text, to go with them
 */
export function paperPack(
	forms: readonly Form[],
	stock: Stock,
	asked: readonly string[] = []
): PaperPack | undefined {
	const prompts = stock.bank.items.filter(({ id }) => asked.includes(id));
	const items = [...prompts, ...forms.flatMap((form) => form.items.map(({ item }) => item))];
	const [{ module } = { module: '' }] = forms;
	if (!mayLeave(items, stock)) return undefined;
	return {
		module,
		...headingOf(module, stock.index),
		forms: forms.map((form) => ({
			...form,
			items: form.items.map(({ item, marks }) => ({ item: lean(item), marks }))
		})),
		prompts: prompts.map(lean),
		...packGrounds(items, stock)
	};
}

/** The papers of a module that every device keeps. */
export const keptPapers = (module: string, { form }: Library): Form[] =>
	Array.from({ length: papersKept }, (_, at) => form(module, seedFrom(hash(`${module}/${at}`))));
