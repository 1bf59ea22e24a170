import { daysOf } from '../facts/dates.ts';
import { capitalise, nameOf } from '../facts/naming.ts';
import { entitiesOf, group, need, roleOf, type Index } from '../facts/pack.ts';
import type { Fact, Source } from '../facts/schema.ts';
import { byId, relationOf, type Writing } from './context.ts';
import { countFirst } from './sorted.ts';
import { isDate } from './values.ts';

/** An established event with the days on which it may have happened, named without figures. */
export interface Dated {
	fact: Fact;
	subject: string;
	/** The role that holds the date. */
	by: string;
	/** As a noun phrase within a sentence, and as an option. */
	name: string;
	text: string;
	first: number;
	last: number;
}
/** The dated events of a topic and of every confusable group, each list by date. */
export type Calendar = Map<string, Dated[]>;

/** So many days apart, time zones and the hour of going to press cannot matter; a copy may stand a week after its text. */
const apart = { own: 2, copied: 7 };
/** Further off than this, nobody would take an event for one of the report's own time. */
const reach = 540;
/** How many events on either side of a day are looked at. */
export const nearest = 8;

/** Whether a source wrote of it before it came: what was planned or announced, a report can know before it happens. */
const isForeseen = ({ evidence }: Fact, first: number, { source }: Index): boolean =>
	evidence.some((one) => daysOf(need(source, one.source, 'source').published).last < first);

function datedEvents(writing: Writing): Dated[] {
	const { index, keyable } = writing;
	const seen = new Set<string>();
	return keyable.flatMap((fact): Dated[] => {
		const { order } = relationOf(fact, index);
		if (!order || fact.standing !== 'established') return [];
		const subject = roleOf(fact, order.of);
		const when = roleOf(fact, order.by);
		if (typeof subject !== 'string' || !isDate(when)) return [];
		const name = nameOf(need(index.entity, subject, 'entity'), { undated: true });
		const { first, last } = daysOf(when.date);
		if (/\d/.test(name) || isForeseen(fact, first, index) || seen.has(subject)) return [];
		seen.add(subject);
		return [{ fact, subject, by: order.by, name, text: capitalise(name), first, last }];
	});
}

/** The calendar of a pack. Sorting apart, linear in the number of facts. */
export function calendarOf(writing: Writing): Calendar {
	const events = datedEvents(writing).sort((a, b) => a.first - b.first || byId(a.fact, b.fact));
	return group(events, ({ fact, subject }) => [
		`topic ${fact.topic}`,
		...(writing.index.entity.get(subject)?.confusable ?? [])
	]);
}

/** Topics and confusable groups that a report is about: those of at least a third of the facts it shows. */
function mattersOf(source: Source, { index }: Writing): string[] {
	const facts = index.factsBySource.get(source.id) ?? [];
	const topics = group(facts, ({ topic }) => [`topic ${topic}`]);
	const main = [...topics].filter(([, list]) => list.length * 3 >= facts.length);
	const subjects = facts.flatMap((fact) => roleOf(fact, 'subject') ?? []);
	const groups = subjects.flatMap((id) => {
		const entity = typeof id === 'string' ? index.entity.get(id) : undefined;
		return entity?.kind === 'event' ? entity.confusable : [];
	});
	return [...new Set([...main.map(([name]) => name), ...groups])].sort();
}

/** The nearest events of a report's matters before and after its day, nearest first. */
export function around(source: Source, calendar: Calendar, writing: Writing) {
	const day = daysOf(source.published).first;
	const margin = source['derived-from'].length > 0 ? apart.copied : apart.own;
	const events = mattersOf(source, writing).flatMap((name) => {
		const list = calendar.get(name) ?? [];
		const at = countFirst(list, ({ first }) => first <= day);
		return list.slice(Math.max(0, at - nearest * 2), at + nearest * 2);
	});
	// Of what it speaks of itself it may know more than the date tells.
	const own = new Set(
		(writing.index.factsBySource.get(source.id) ?? []).flatMap((fact) => entitiesOf(fact))
	);
	const all = [...new Set(events)].filter(({ subject, last }) => last < day || !own.has(subject));
	return {
		before: all
			.filter(({ last }) => last <= day - margin && last >= day - reach)
			.sort((a, b) => b.last - a.last || byId(a.fact, b.fact)),
		after: all
			.filter(({ first }) => first >= day + apart.own && first <= day + reach)
			.sort((a, b) => a.first - b.first || byId(a.fact, b.fact))
	};
}
