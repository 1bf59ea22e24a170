import { group, need, type Index } from '#lib/facts/pack.ts';
import { withinMarks } from '#lib/facts/quotations.ts';
import { arrange } from '#lib/forms/arrange.ts';
import { candidateForm, type CandidateItem } from '#lib/forms/candidate.ts';
import { estimatedFacility, expectationOf } from '#lib/forms/expectation.ts';
import { drawFrom } from '#lib/forms/seed.ts';
import type { Bank } from '#lib/items/bank.ts';
import { juryOf, type Finding } from '#lib/items/flaws/judge.ts';
import type { ItemRecord } from '#lib/items/flaws/record.ts';
import type { Citation, Item } from '#lib/items/item.ts';
import { fullMark, partsOf, questionOf } from '#lib/items/parts.ts';
import { itemRecord } from '#lib/items/record.ts';
import type { Answers } from '../answers.ts';
import type { Library } from '../library.ts';
import { cardOf, lineOf } from './card.ts';
import { isDrawnBy, itemsOf, kindNames, levelNames, queryOf, readChoice } from './item-choice.ts';
import { topicTitle } from './items.ts';
import { statisticsView } from './item-statistics.ts';

/** What is found once for each bank: who shares a slot, and the jury of the 19 rules. */
interface Company {
	bySlot: Map<string, Item[]>;
	judge(item: Item): Finding[];
}
const known = new WeakMap<Bank, Company>();

function companyOf(bank: Bank): Company {
	let company = known.get(bank);
	if (!company) {
		const record = (item: Item) => itemRecord(item) as ItemRecord;
		const jury = juryOf(bank.items.map(record));
		company = {
			bySlot: group(bank.items, ({ slot }) => [slot]),
			judge: (item) => jury(record(item))
		};
		known.set(bank, company);
	}
	return company;
}

/** An item by itself as a candidate sees it on a paper. */
function previewOf(item: Item): CandidateItem {
	const shown = arrange(item, drawFrom(`preview/${item.id}`), []);
	const items = [{ item: shown, marks: fullMark(item) }];
	const [preview] = candidateForm({ module: '', seed: '', bank: '', items, lacks: [] }).items;
	if (!preview) throw new Error(`no candidate's view of ${item.id}`);
	return preview;
}

const cited = ({ source, locator, quote }: Citation, index: Index) => {
	const { short, language } = need(index.source, source, 'source');
	return { id: source, short, locator, quote: withinMarks(quote), lang: language };
};

const printed = 'printed before the answer';

/** What part a fact has in an item, in words. */
function rolesIn(item: Item, fact: string): string[] {
	const asked = item.asks.flatMap((slot) =>
		slot.slice(0, slot.indexOf('.')) === fact ? [slot.slice(slot.indexOf('.') + 1)] : []
	);
	return [
		item.facts.includes(fact) ? 'written from it' : '',
		asked.length > 0 ? `asks ${asked.join(', ')}` : '',
		item.printed.includes(fact) ? printed : ''
	].filter(Boolean);
}

const named = (item: Item) => ({
	id: item.id,
	question: questionOf(item),
	kind: kindNames[item.kind]
});

/** Where an item stands among those that the address chose. */
function placeOf(
	item: Item,
	query: URLSearchParams,
	{ index, bank }: Pick<Library, 'index' | 'bank'>
) {
	const { choice, ignored } = readChoice(query, index);
	const chosen = itemsOf(bank, choice, index);
	const at = chosen.indexOf(item);
	const next = at < 0 ? undefined : chosen[at + 1];
	return {
		ignored,
		query: queryOf(choice),
		place: at + 1,
		of: chosen.length,
		previous: at > 0 ? chosen[at - 1]?.id : undefined,
		next: next?.id
	};
}

/** An item beside all that belongs to it, for editors; undefined when there is no such item. */
export function itemPage(
	id: string,
	query: URLSearchParams,
	library: Pick<Library, 'index' | 'bank'>,
	answers: Answers
) {
	const { index, bank } = library;
	const item = bank.items.find((one) => one.id === id);
	if (!item) return undefined;
	const { bySlot, judge } = companyOf(bank);
	const { marks, gain, words } = expectationOf(item);
	const further = item.shows.filter((fact) => !item.facts.includes(fact) && index.fact.has(fact));
	return {
		...placeOf(item, query, library),
		...{ id, rev: item.rev, question: questionOf(item), slot: item.slot, asks: item.asks },
		kind: kindNames[item.kind],
		level: levelNames[item.level],
		topic: { id: item.topic, title: topicTitle(item.topic, index) },
		preview: previewOf(item),
		parts: partsOf(item).map(({ text, key, gap, rationale }) => ({
			...{ text, key, gap },
			why: rationale.text,
			facts: [...new Set(rationale.facts)],
			sources: rationale.sources.map((one) => cited(one, index))
		})),
		/** What a short answer takes, and what it takes for another name. */
		names: item.kind === 'short' ? { accepted: item.accepted, others: item.others } : undefined,
		tolerance: item.kind === 'number' ? item.tolerance : undefined,
		findings: judge(item).map(({ flaw, sentence }) => ({ flaw, sentence })),
		facts: item.facts
			.filter((fact) => index.fact.has(fact))
			.map((fact) => ({ card: cardOf(fact, index), roles: rolesIn(item, fact) })),
		further: further.map((fact) => {
			const line = lineOf(need(index.fact, fact, 'fact'), index);
			return item.printed.includes(fact) ? { ...line, told: `${line.told}; ${printed}` } : line;
		}),
		facility: estimatedFacility(item),
		...{ marks, gain, words },
		modules: index.pack.modules
			.filter((module) => isDrawnBy(item, module.id, index))
			.map(({ id, title }) => ({ id, title })),
		sameSlot: (bySlot.get(item.slot) ?? []).filter((other) => other !== item).map(named),
		statistics: statisticsView(item, answers)
	};
}
export type ItemPage = NonNullable<ReturnType<typeof itemPage>>;
