import { daysOf, precisionOf } from '../facts/dates.ts';
import { roleOf, type Index } from '../facts/pack.ts';
import type { Fact, RoleValue } from '../facts/schema.ts';
import { neighboursInTopic, relationOf, type Writing } from './context.ts';
import { askedDate, isDate } from './values.ts';

/** How many days from the date in the question an event may be that is offered for it, by how exactly it is asked. */
const timely: Record<string, number> = { day: 2 * 365, month: 2 * 365, year: 10 * 365 };
/** So many events of the topic on either side are near enough to be mixed up. */
const reach = 6;

/** Whether a wrong date lies in the days that the name of the event leaves open: no war's truce was before the war. */
export function fitsEpoch(fact: Fact, value: RoleValue, { entity }: Index): boolean {
	const within = entity.get(String(roleOf(fact, 'subject')))?.within;
	if (within === undefined || !isDate(value)) return true;
	const [open, asked] = [daysOf(within), daysOf(value.date)];
	return open.first <= asked.first && asked.last <= open.last;
}

/** Whether a slot asks which event was on a date. */
const asksEvent = (fact: Fact, slot: string, { index }: Writing): boolean =>
	relationOf(fact, index).order?.of === slot;

/** Events of the same topic around an event, where the event is asked for. */
export function eventsAround(fact: Fact, slot: string, writing: Writing): string[] {
	if (!asksEvent(fact, slot, writing)) return [];
	return neighboursInTopic(fact, writing, reach).flatMap((other) => {
		const event = roleOf(other, slot);
		return typeof event === 'string' ? [event] : [];
	});
}

/**
 * Days between an event that is asked for and the one of another fact. Infinity where nobody would take one for the
 * other; nothing where no event is asked for.
 */
export function daysBetween(fact: Fact, slot: string, other: string, writing: Writing): number {
	const { index } = writing;
	const by = relationOf(fact, index).order?.by ?? '';
	const [one, another] = [fact, index.fact.get(other)].map((each) => each && roleOf(each, by));
	if (!asksEvent(fact, slot, writing) || !isDate(one) || !isDate(another)) return 0;
	const days = Math.abs(daysOf(one.date).first - daysOf(another.date).first);
	return days <= (timely[precisionOf(askedDate(one).date)] ?? Infinity) ? days : Infinity;
}
