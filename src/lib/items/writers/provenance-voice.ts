import { daysOf } from '../../facts/dates.ts';
import { group } from '../../facts/pack.ts';
import {
	areApart,
	citationOf,
	pageInText,
	pageLabel,
	publisherName,
	type Traced
} from '../chains.ts';
import type { Writing } from '../context.ts';
import type { Draft, Dropped } from '../draft.ts';
import { hashOrder } from '../hash.ts';
import {
	belongs,
	pageItem,
	pagesByTopic,
	pickAnswers,
	topicsOf,
	type Answer
} from './provenance-draft.ts';

/** Reports so many days apart are still about the same matter. */
const sameMatter = 14;
/** How many pages of a matter, by day, are looked at around one. */
const reach = 24;

/** Other pages of a page's topics and days. */
export interface Company {
	/** Those that go back to the same hand. */
	twins: Traced[];
	/** The others by what they go back to; none that may speak with the page's own mouth. */
	others: Map<string, Traced[]>;
}

export function companyOf(page: Traced, byTopic: Map<string, Traced[]>, writing: Writing): Company {
	const day = daysOf(page.source.published).first;
	const near = topicsOf(page.source, writing).flatMap((topic) => {
		const list = byTopic.get(topic) ?? [];
		const at = list.indexOf(page);
		return list.slice(Math.max(0, at - reach), at + reach);
	});
	const all = [...new Set(near)].filter(
		(one) => one !== page && Math.abs(daysOf(one.source.published).first - day) <= sameMatter
	);
	return {
		twins: all.filter(({ origin }) => origin === page.origin),
		others: group(
			all.filter((one) => areApart(one, page)),
			({ origin }) => [origin]
		)
	};
}

const idOf = ({ source }: Traced): string => source.id;

/** Two other voices with enough pages between them: one page each is already in hand, the rest repeat them. */
function* handsAndEchoes(slot: string, company: Map<string, Traced[]>) {
	const origins = hashOrder([...company], slot, ([origin]) => origin);
	for (const [at, [, first]] of origins.entries())
		for (const [, second] of origins.slice(at + 1)) {
			const [a, ...moreOfA] = hashOrder(first, slot, idOf);
			const [b, ...moreOfB] = hashOrder(second, slot, idOf);
			if (!a || !b || !areApart(a, b)) continue;
			if (moreOfA.length > 0 && moreOfB.length > 0)
				yield { held: [a, b] as const, echoes: [...moreOfA, ...moreOfB] };
		}
}

function answer(page: Traced, key: boolean, { index }: Writing): Answer {
	const name = publisherName(page.origin, index);
	return {
		text: pageLabel(page, index),
		key,
		why: key
			? `It goes back to ${name}, and neither of the two reports at hand does.`
			: `It goes back to ${name}, as one of the two reports at hand does: no new voice.`,
		pages: citationOf(page.source, index)
	};
}

function write(
	page: Traced,
	company: Map<string, Traced[]>,
	writing: Writing
): Draft<'provenance'> | string {
	const { index } = writing;
	const slot = `${page.source.id}.provenance.voice`;
	const place = belongs(page.source, writing);
	const label = (one: Traced) => pageLabel(one, index);
	let flaw = 'fewer than two pages that repeat voices at hand';
	for (const { held, echoes } of handsAndEchoes(slot, company)) {
		const [a, b] = held.map((one) => pageInText(one, index));
		const stem = `Which of these reports would add an independent voice to ${a}, and ${b}?`;
		const asking = { slot, stem, key: label(page), topic: place.topic };
		const hasBoth = (set: Traced[]) => new Set(set.map(({ origin }) => origin)).size > 1;
		const chosen = pickAnswers(asking, echoes, label, writing, hasBoth);
		if (typeof chosen !== 'string') {
			const wrong = chosen.map((one) => answer(one, false, writing));
			return pageItem('provenance', slot, stem, place, [answer(page, true, writing), ...wrong]);
		}
		flaw = chosen;
	}
	return flaw;
}

/** Which report adds an independent voice to two others: all offered ones are of the same matter and days. */
export function writeVoices(
	pages: Map<string, Traced>,
	writing: Writing,
	drop: (dropped: Dropped) => void
): Draft<'provenance'>[] {
	const byTopic = pagesByTopic(pages.values(), writing);
	return [...pages.values()].flatMap((page) => {
		const written = write(page, companyOf(page, byTopic, writing).others, writing);
		if (typeof written !== 'string') return [written];
		drop({ id: `${page.source.id}.provenance.voice`, why: written });
		return [];
	});
}
