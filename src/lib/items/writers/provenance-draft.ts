import { group } from '../../facts/pack.ts';
import type { Fact, Source } from '../../facts/schema.ts';
import type { Traced } from '../chains.ts';
import { choose, type Candidate } from '../choose.ts';
import { byId, tallyOf, type Writing } from '../context.ts';
import { option, scrambled, type Draft } from '../draft.ts';
import { optionFlaw } from '../flaws/options.ts';
import type { Citation, Rationale } from '../item.ts';

/** An answer about where texts came from, and why it is right or wrong. */
export interface Answer {
	text: string;
	key: boolean;
	why: string;
	/** The pages that show it. */
	pages: Citation[];
}

/** Where an item belongs, and the facts that its stem tells. */
interface Place {
	topic: string;
	facts: readonly Fact[];
	printed?: string[];
}

/** Where an item about a page belongs: its commonest topic, and the first established fact of it that the page supports. */
export function belongs(source: Source, { index }: Writing): Place {
	const facts = [...(index.factsBySource.get(source.id) ?? [])].sort(byId);
	const topics = [...group(facts, ({ topic }) => [topic])];
	const [topic = '', own = []] = topics.sort((a, b) => b[1].length - a[1].length)[0] ?? [];
	return { topic, facts: own.filter(({ standing }) => standing === 'established').slice(0, 1) };
}

/** An item about pages alone: what it asks and shows is their way, not a fact. */
export function pageItem<K extends 'provenance' | 'agree'>(
	kind: K,
	slot: string,
	stem: string,
	place: Place,
	answers: readonly Answer[]
) {
	const options = answers.map(({ text, key, why, pages }) => {
		const rationale: Rationale = { text: why, facts: [], sources: pages };
		return option(slot, text, key, rationale);
	});
	const cited = options.flatMap(({ rationale }) => rationale.sources);
	const printed = place.printed ?? [];
	const draft = {
		...{ id: slot, kind, level: 'source-reasoning' as const, topic: place.topic, slot, stem },
		facts: place.facts.map(({ id }) => id),
		asks: [slot],
		shows: printed,
		printed,
		sources: [...new Map(cited.map((one) => [`${one.source} ${one.locator}`, one])).values()],
		options: scrambled(options),
		ordered: false
	};
	return draft as unknown as Draft<K>;
}

/** An item about pages, as far as it is known before its wrong answers are chosen. */
interface Asking {
	slot: string;
	stem: string;
	key: string;
	topic: string;
}

/**
 * Chooses wrong answers out of what may stand beside the key, so that the set has no flaw and `fits`. A string, what
 * stands against the last set looked at, when there is none.
 */
export function pickAnswers<T>(
	{ slot, stem, key, topic }: Asking,
	list: readonly T[],
	textOf: (of: T) => string,
	writing: Writing,
	fits: (set: T[]) => boolean = () => true
): T[] | string {
	let flaw = 'fewer than two wrong answers that fit';
	const candidates = list.map((of) => ({ text: textOf(of), order: undefined, of }));
	const isClean = (set: Candidate<T>[]) => {
		const texts = set.map(({ text }) => text);
		const found = optionFlaw(stem, key, texts);
		flaw = found ?? flaw;
		return !found && fits(set.map(({ of }) => of));
	};
	const looks = { stem, key, tally: tallyOf('provenance', topic, writing) };
	return choose(slot, undefined, candidates, isClean, looks)?.map(({ of }) => of) ?? flaw;
}

/** Topics that at least a third of a source's facts belong to. */
export function topicsOf(source: Source, { index }: Writing): string[] {
	const facts = index.factsBySource.get(source.id) ?? [];
	const topics = group(facts, ({ topic }) => [topic]);
	return [...topics].flatMap(([topic, list]) => (list.length * 3 >= facts.length ? [topic] : []));
}

/** The pages of every topic, by day. */
export function pagesByTopic(pages: Iterable<Traced>, writing: Writing): Map<string, Traced[]> {
	const sorted = [...pages].sort(
		(a, b) =>
			(a.source.published < b.source.published ? -1 : 1) *
				Number(a.source.published !== b.source.published) || byId(a.source, b.source)
	);
	return group(sorted, ({ source }) => topicsOf(source, writing));
}
