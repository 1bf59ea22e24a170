import {
	atStart,
	citationOf,
	isNamed,
	pageInText,
	pageLabel,
	publisherName,
	type Traced
} from '../chains.ts';
import type { Writing } from '../context.ts';
import type { Draft, Dropped } from '../draft.ts';
import { hashOrder } from '../hash.ts';
import { belongs, pageItem, pickAnswers, type Answer } from './provenance-draft.ts';
import { pairsOfFacts, type Pair } from './shared-facts.ts';

/** Those through whose hands the texts of two pages went before they stood there, and who carry them now. */
export const carriersOf = (pair: Pair): string[] => [
	...new Set(
		pair.flatMap(({ source, steps }) =>
			[source.publisher, ...steps.slice(0, -1).map(({ publisher }) => publisher)].filter(isNamed)
		)
	)
];

/** Two pages as a stem names them, in an order that says nothing. */
export const namedTogether = (pair: Pair, slot: string, { index }: Writing): [string, string] => {
	const [a = '', b = ''] = hashOrder(pair, slot, ({ source }) => source.id).map((page) =>
		pageInText(page, index)
	);
	return [a, b];
};

/** Someone who carried a text, or wrote it, as an answer. */
export function handAnswer(publisher: string, pair: Pair, { index }: Writing): Answer {
	const name = atStart(publisher);
	const pages = pair.flatMap(({ source }) => citationOf(source, index));
	const [a, b] = pair.map((page) => pageLabel(page, index));
	const ends = pair.filter(({ origin }) => origin === publisher);
	const key = ends.length > 0;
	const why = key
		? `The way back ends with ${publisherName(publisher, index)}: ${ends.map((page) => pageLabel(page, index)).join('; ')}.`
		: `${name} only passed it on: ${a}; ${b}.`;
	return { text: name, key, why, pages };
}

/** Each origin is asked for as often as this: more would ask the same again. */
const mostOfOrigin = 3;

function write(name: string, pair: Pair, writing: Writing): Draft<'provenance'> | string {
	const slot = `${name}.provenance.behind`;
	const [a, b] = namedTogether(pair, slot, writing);
	const stem = `Whose account stands behind both ${a}; and ${b}?`;
	const place = belongs(pair[0].source, writing);
	const key = handAnswer(pair[0].origin, pair, writing);
	const hands = carriersOf(pair)
		.filter((carrier) => carrier !== pair[0].origin)
		.map((carrier) => handAnswer(carrier, pair, writing));
	const asking = { slot, stem, key: key.text, topic: place.topic };
	const chosen = pickAnswers(asking, hands, ({ text }) => text, writing);
	if (typeof chosen === 'string') return chosen;
	return pageItem('provenance', slot, stem, place, [key, ...chosen]);
}

/** Whether each of two pages names its origin itself: then a stem that names the pages gives the answer. */
export const isDirect = (pair: Pair): boolean => pair.every(({ steps }) => steps.length < 2);

/** Whose account stands behind two pages that say the same: one hand, whoever carried it. */
export function writeBehind(
	pages: Map<string, Traced>,
	writing: Writing,
	drop: (dropped: Dropped) => void
): Draft<'provenance'>[] {
	const asked = new Map<string, number>();
	return pairsOfFacts(pages, writing).flatMap(({ name, pair }) => {
		const [{ origin }, other] = pair;
		const count = asked.get(origin) ?? 0;
		if (isDirect(pair) || origin !== other.origin || count >= mostOfOrigin) return [];
		const written = write(name, pair, writing);
		if (typeof written === 'string') {
			drop({ id: `${name}.provenance.behind`, why: written });
			return [];
		}
		asked.set(origin, count + 1);
		return [written];
	});
}
