import { daysOf, formatDate, precisionOf } from '../../facts/dates.ts';
import { capitalise } from '../../facts/naming.ts';
import { group } from '../../facts/pack.ts';
import type { Source } from '../../facts/schema.ts';
import { around, calendarOf, nearest, type Dated } from '../calendar.ts';
import { choose } from '../choose.ts';
import { chronologyOf } from '../chronology.ts';
import { areConfusable, byId, shareOf, tallyOf, type Writing } from '../context.ts';
import { common, option, scrambled, type Draft, type Writer } from '../draft.ts';
import { isFamous } from '../famous.ts';
import { optionFlaw } from '../flaws/options.ts';
import { tellingWords } from '../flaws/telling.ts';
import { hashOrder } from '../hash.ts';
import type { Offered } from '../tally.ts';
import type { Rationale } from '../item.ts';
import { citationsOf } from '../rationale.ts';

/** The report has a day of its own, and its name tells it: what stands undated or was printed later is none. */
const hasDay = ({ kind, published, called }: Source): boolean =>
	!['primary-document', 'reference'].includes(kind) &&
	precisionOf(published) === 'day' &&
	called.includes(formatDate(published));

const variants = {
	late: (called: string) => `Which of these happened too late to be in ${called}?`,
	known: (called: string) => `Which of these could ${called} already look back on?`
};
type Variant = keyof typeof variants;

/** What happened, with its day, and on which side of the report it lies; the report's own day stands in its name. */
const why = ({ fact, first }: Dated, source: Source): Rationale => ({
	text: `${fact.statement} ${capitalise(source.called)} came ${
		first > daysOf(source.published).last ? 'earlier' : 'later'
	}.`,
	facts: [fact.id],
	sources: citationsOf(fact)
});

/** A report tells of what its own title names, be it announced or past. */
function isItsSubject({ text }: Dated, { title }: Source): boolean {
	const [named, words] = [[...tellingWords(text)], tellingWords(title)];
	return named.filter((word) => words.has(word)).length * 2 > named.length;
}

/** So many sets of options are drawn for each key. */
const draws = [0, 1, 2];
/** The keys are the nearest events. */
const keyCount = 8;

/** Events of one episode stand or fall together: one of them is enough. */
function ofOneEpisode(events: readonly Dated[], writing: Writing): string | undefined {
	const { alike } = chronologyOf(writing);
	const together = events.some((one, at) => events.slice(0, at).some((other) => alike(one, other)));
	return together ? 'two events of one episode' : undefined;
}

/** Sets of options for one key, each without a flaw; what stands against those that have one goes to `because`. */
function setsFor(
	slot: string,
	stem: string,
	key: Dated,
	others: Dated[],
	writing: Writing,
	because: (flaw: string) => void
) {
	const candidates = others
		.filter(
			({ fact, subject }) =>
				fact.topic === key.fact.topic || areConfusable(subject, key.subject, writing)
		)
		.slice(0, nearest)
		.map((of) => ({ text: of.text, order: undefined, of }));
	const flawless = (set: { text: string; of: Dated }[]) => {
		const texts = set.map(({ text }) => text);
		const events = [key, ...set.map(({ of }) => of)];
		const flaw = ofOneEpisode(events, writing) ?? optionFlaw(stem, key.text, texts);
		if (flaw) because(flaw);
		return !flaw;
	};
	return draws.flatMap((draw) => {
		const set = choose(`${slot}/${draw}`, undefined, candidates, flawless);
		return set ? [[key, ...set.map(({ of }) => of)]] : [];
	});
}

/** What an item about a report can be: it has one of these sets of options, each with its key first. */
interface Asked {
	source: Source;
	slot: string;
	sets: (Offered & { events: Dated[] })[];
}

function ask(
	source: Source,
	variant: Variant,
	keys: Dated[],
	others: Dated[],
	writing: Writing
): Asked | string {
	const slot = `${source.id}.context.${variant}`;
	const stem = variants[variant](source.called);
	let flaw = 'fewer than two events of its matter on the other side of its day';
	const because = (found: string) => (flaw = found);
	const near = hashOrder(keys.slice(0, keyCount), slot, ({ fact }) => fact.id);
	const sets = near.flatMap((key) => setsFor(slot, stem, key, others, writing, because));
	const most = Math.max(...sets.map(({ length }) => length));
	const offered = sets
		.filter(({ length }) => length === most)
		.map((events) => {
			const options = events.map(({ text }) => text);
			return { events, stem, options, key: 0, ordered: false };
		});
	return offered.length > 0 ? { source, slot, sets: offered } : flaw;
}

function draft(source: Source, slot: string, stem: string, events: Dated[]): Draft<'context'> {
	const [key, ...others] = events;
	if (!key) throw new Error(`no key for "${slot}"`);
	const options = events.map((event) =>
		option(slot, event.text, event === key, why(event, source))
	);
	return {
		...common({
			id: slot,
			kind: 'context',
			level: 'source-reasoning',
			slot,
			stem,
			from: [key.fact, ...others.map(({ fact }) => fact)],
			asks: [slot, `${key.fact.id}.${key.by}`],
			rationales: options.map(({ rationale }) => rationale)
		}),
		options: scrambled(options),
		ordered: false
	};
}

/** What a report of its day could not yet know, or could already: established events of its matter, by dates alone. */
export const writeContext: Writer<'context'> = (writing, drop) => {
	const calendar = calendarOf(writing);
	const sources = writing.index.pack.sources.filter(hasDay).sort(byId);
	const asked = sources.flatMap((source) => {
		const near = around(source, calendar, writing);
		const [before, after] = [near.before, near.after].map((events) =>
			events.filter(
				(event) => !isItsSubject(event, source) && !isFamous(event.subject, writing.index)
			)
		) as [Dated[], Dated[]];
		const sets = { late: [after, before], known: [before, after] } as const;
		return (['late', 'known'] as const).flatMap((variant) => {
			const [keys, others] = sets[variant];
			const written = ask(source, variant, keys, others, writing);
			if (typeof written !== 'string') return [written];
			drop({ id: `${source.id}.context.${variant}`, why: written });
			return [];
		});
	});
	return [...group(asked, ({ source }) => [shareOf(source.id)])].flatMap(([share, list]) => {
		const chosen = tallyOf('context', share, writing).pickEach(list.map(({ sets }) => sets));
		return list.flatMap(({ source, slot }, at) => {
			const { stem, events } = chosen[at] ?? {};
			return stem !== undefined && events ? [draft(source, slot, stem, events)] : [];
		});
	});
};
