import { daysOf, formatDate, precisionOf } from '../../facts/dates.ts';
import { capitalise } from '../../facts/naming.ts';
import type { Source } from '../../facts/schema.ts';
import { around, calendarOf, nearest, type Dated } from '../calendar.ts';
import { choose } from '../choose.ts';
import { areConfusable, byId, tallyOf, type Writing } from '../context.ts';
import { common, option, scrambled, type Draft, type Writer } from '../draft.ts';
import { optionFlaw } from '../flaws/options.ts';
import { tellingWords } from '../flaws/telling.ts';
import { hash, hashOrder } from '../hash.ts';
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

/** The nearest events as keys: for some items the one with the longest name first, or the key would seldom be longest. */
function keysInOrder(slot: string, keys: Dated[]): Dated[] {
	const near = hashOrder(keys.slice(0, nearest / 2), slot, ({ fact }) => fact.id);
	return hash(slot) % 3 === 0 ? near.sort((a, b) => b.text.length - a.text.length) : near;
}

function write(
	source: Source,
	variant: Variant,
	keys: Dated[],
	others: Dated[],
	writing: Writing
): Draft<'context'> | string {
	const slot = `${source.id}.context.${variant}`;
	const stem = variants[variant](source.called);
	let flaw = 'fewer than two events of its matter on the other side of its day';
	for (const key of keysInOrder(slot, keys)) {
		const alike = others.filter(
			({ fact, subject }) =>
				fact.topic === key.fact.topic || areConfusable(subject, key.subject, writing)
		);
		const candidates = alike
			.slice(0, nearest)
			.map((of) => ({ text: of.text, order: undefined, of }));
		const flawless = (set: { text: string }[]) => {
			const found = optionFlaw(
				stem,
				key.text,
				set.map(({ text }) => text)
			);
			if (found) flaw = found;
			return !found;
		};
		const tally = tallyOf('context', key.fact.topic, writing);
		const looks = { stem, key: key.text, tally };
		const chosen = choose(slot, undefined, candidates, flawless, looks);
		if (chosen) return draft(source, slot, stem, [key, ...chosen.map(({ of }) => of)]);
	}
	return flaw;
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
	return sources.flatMap((source) => {
		const near = around(source, calendar, writing);
		const [before, after] = [near.before, near.after].map((events) =>
			events.filter((event) => !isItsSubject(event, source))
		) as [Dated[], Dated[]];
		const sets = { late: [after, before], known: [before, after] } as const;
		return (['late', 'known'] as const).flatMap((variant) => {
			const [keys, others] = sets[variant];
			const written = write(source, variant, keys, others, writing);
			if (typeof written !== 'string') return [written];
			drop({ id: `${source.id}.context.${variant}`, why: written });
			return [];
		});
	});
};
