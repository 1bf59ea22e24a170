import { daysOf, overlap, type Days } from '../facts/dates.ts';
import { nameOf } from '../facts/naming.ts';
import { need, roleOf } from '../facts/pack.ts';
import type { DateValue, Fact } from '../facts/schema.ts';
import { sentence } from '../facts/wording.ts';
import { byId, relationOf, type Writing } from './context.ts';
import { isFamous } from './famous.ts';
import type { Rationale } from './item.ts';
import { mergeCitations } from './rationale.ts';
import { askedDate, isDate } from './values.ts';

/** An established event with its day, named so that no figure in its name tells when it was. */
export interface Moment {
	fact: Fact;
	/** As a noun phrase within a sentence. */
	name: string;
	/** The days it may have been, no more exactly than they are worth knowing. */
	asked: Days;
	/** The same, as exactly as it is known. */
	known: Days;
	worth: DateValue['worth'];
	/** When it happened, in a sentence. */
	told: string;
}

/** Whole days that two events must be apart, by what is worth knowing of their dates. */
const leastApart = { day: 2, month: 14, year: 150 } as const;

/** The moment of a fact: undefined when it is not established, yet to come, famous, or its name has figures or a negative. */
export function momentOf(fact: Fact, { index }: Writing): Moment | undefined {
	const { order } = relationOf(fact, index);
	const [event, date] = order ? [roleOf(fact, order.of), roleOf(fact, order.by)] : [];
	if (fact.standing !== 'established' || typeof event !== 'string' || !isDate(date))
		return undefined;
	if (isFamous(event, index)) return undefined;
	const name = nameOf(need(index.entity, event, 'entity'), { undated: true });
	const known = daysOf(date.date);
	if (/\d|\bnot\b/.test(name) || known.last > daysOf(index.pack.sourcebook['as-of']).last)
		return undefined;
	const told = sentence(fact, index);
	return { fact, name, known, asked: daysOf(askedDate(date).date), worth: date.worth, told };
}

/** Sorts by time, the earliest first. */
export const earlier = (a: Moment, b: Moment): number =>
	a.known.first - b.known.first || byId(a.fact, b.fact);

/** Whether whoever knows what is worth knowing of both dates knows which event was first. */
export function apart(a: Moment, b: Moment): boolean {
	const [one, other] = earlier(a, b) < 0 ? [a, b] : [b, a];
	const least = Math.max(leastApart[a.worth], leastApart[b.worth]);
	return !overlap(a.asked, b.asked) && other.known.first - one.known.last >= least;
}

/** Days between the beginnings of two events. */
export const distance = (a: Moment, b: Moment): number => Math.abs(a.known.first - b.known.first);

/** "Between A and B and C" has two readings, "after the talks after the war" stumbles. */
export const isPlain = ({ name }: Moment): boolean => !/\b(?:and|before|after)\b/.test(name);

/** When events happened, each in a sentence, with what shows it. */
export function whenRationale(moments: readonly Moment[]): Rationale {
	const facts = moments.map(({ fact }) => fact);
	return {
		text: moments.map(({ told }) => told).join(' '),
		facts: facts.map(({ id }) => id),
		sources: mergeCitations(facts)
	};
}
