import { daysOf, formatDate } from './dates.ts';
import { entitiesAbout } from './about.ts';
import { entitiesOf, group, type Index } from './pack.ts';
import { pointsOf } from './positions.ts';
import type { Entity, Fact, RoleValue, Standing } from './schema.ts';

/** Something that stands on the timeline. */
export interface Entry {
	id: string;
	/** An event, a dispute with all its positions, or one party's word. */
	kind: 'event' | 'dispute' | 'word';
	/** The day, month, year or interval at which it stands. EDTF. */
	date: string;
	standing: Standing;
	/** One fact, with what changed it; or every position of a dispute, in the order of the sides. */
	facts: Fact[];
	topics: Set<string>;
	/** States, organisations and persons that take part in it or are named in it. */
	actors: Set<string>;
}

/** What a reader chooses to see; empty means all. */
export interface Choice {
	topic: string;
	actor: string;
	/** Also what one party said on a day. */
	words: boolean;
}

const actorKinds: readonly Entity['kind'][] = ['state', 'organisation', 'person'];

/** The date a fact gives to what it is about: a relation that orders events by date, or one whose value is a date. */
function givenDate(fact: Fact, index: Index): string | undefined {
	const relation = index.pack.relations[fact.relation];
	const role = relation?.order?.by ?? relation?.value;
	const value = role === undefined ? undefined : (fact[role] as RoleValue | undefined);
	return typeof value === 'object' && 'date' in value ? value.date : undefined;
}

/** The undisputed fact that dates what a disputed point is about: the event that the sourcebook names for it, or the point itself. */
function datingOf(positions: readonly Fact[], index: Index): Fact | undefined {
	const abouts = new Set(positions.flatMap(({ about }) => about ?? []));
	const events = [...abouts].flatMap((about) => index.pack.sourcebook.points[about] ?? []);
	const dating = index.pack.facts.filter(
		(fact) => fact.standing !== 'contested' && givenDate(fact, index) !== undefined
	);
	return (
		dating.find(({ subject }) => typeof subject === 'string' && events.includes(subject)) ??
		dating.find(({ about }) => about !== undefined && abouts.has(about))
	);
}

const saidOn = (fact: Fact): string | undefined => fact.attribution?.['as-of'] ?? fact['as-of'];

/** Earlier first; of two that begin together the more exact last, so that "1993" stands above its days. */
export function compareDates(a: string, b: string): number {
	const [one, other] = [daysOf(a), daysOf(b)];
	return one.first - other.first || other.last - one.last;
}

/** The first day on which a position was taken. */
const earliestOf = (positions: readonly Fact[], index: Index): string | undefined =>
	positions.flatMap((fact) => givenDate(fact, index) ?? saidOn(fact) ?? []).sort(compareDates)[0];

const kindOrder: readonly Entry['kind'][] = ['event', 'dispute', 'word'];

/** By date; on one day what happened stands before what is disputed about it. */
const compareEntries = (a: Entry, b: Entry): number =>
	compareDates(a.date, b.date) ||
	kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) ||
	a.id.localeCompare(b.id, 'en');

/** Every entry of a pack, the earliest first; a dispute stands after the event it is about. */
export function timelineOf(index: Index): Entry[] {
	const { facts } = index.pack;
	const isActor = (id: string) => actorKinds.includes(index.entity.get(id)?.kind ?? 'event');

	const namedIn = (fact: Fact) => [...entitiesAbout(fact, index)].filter(isActor);

	/** Who is in other facts about the event that a fact dates: who brokered it, took part or voted. */
	function takingPart(fact: Fact): string[] {
		const events = entitiesOf(fact).filter((id) => index.entity.get(id)?.kind === 'event');
		const others = events.flatMap((id) => index.factsByEntity.get(id) ?? []);
		const taking = others.filter(({ standing }) => standing === 'established');
		return taking.flatMap(entitiesOf).filter(isActor);
	}
	const entry = (kind: Entry['kind'], date: string, all: Fact[], standing: Standing): Entry => ({
		id: all[0]?.id ?? '',
		kind,
		date,
		standing,
		facts: all,
		topics: new Set(all.map(({ topic }) => topic)),
		actors: new Set([...all.flatMap(namedIn), ...(kind === 'event' ? all.flatMap(takingPart) : [])])
	});

	const entries: Entry[] = [];
	for (const fact of facts) {
		if (fact.standing === 'contested') continue;
		const date = givenDate(fact, index);
		const said = fact.standing === 'attributed' ? saidOn(fact) : undefined;
		const all = [fact, ...(index.changedBy.get(fact.id) ?? [])];
		if (date !== undefined) entries.push(entry('event', date, all, fact.standing));
		else if (said !== undefined) entries.push(entry('word', said, [fact], fact.standing));
	}
	const disputes = pointsOf(index).flatMap(({ positions }) => {
		const all = positions.flatMap((position) => position.facts);
		const dating = datingOf(all, index);
		const date = (dating && givenDate(dating, index)) ?? earliestOf(all, index);
		return date === undefined ? [] : [{ entry: entry('dispute', date, all, 'contested'), dating }];
	});
	const beside = group(disputes, ({ dating }) => (dating ? [dating.id] : []));
	const alone = disputes.filter(({ dating }) => !dating).map(({ entry }) => entry);
	return [...entries, ...alone]
		.sort(compareEntries)
		.flatMap((one) => [one, ...(beside.get(one.id) ?? []).map(({ entry }) => entry)]);
}

/** The entries that fit a choice. */
export const choose = (entries: readonly Entry[], { topic, actor, words }: Choice): Entry[] =>
	entries.filter(
		({ kind, topics, actors }) =>
			(words || kind !== 'word') &&
			(topic === '' || topics.has(topic)) &&
			(actor === '' || actors.has(actor))
	);

export const yearOf = (date: string): number => Number(/^-?\d+/.exec(date)?.[0]);

export interface Year {
	year: number;
	entries: Entry[];
}

/** Sorted entries by the year in which they begin. */
export function byYear(entries: readonly Entry[]): Year[] {
	const years = group(entries, ({ date }) => [String(yearOf(date))]);
	return [...years].map(([year, entries]) => ({ year: Number(year), entries }));
}

/**
 * First and last year of the scale, and the years before it: those that a gap, longer than all that follows it, parts
 * from most of the others would push everything else together. Undefined when there is nothing to show.
 */
export function scaleOf(
	years: readonly number[]
): { from: number; to: number; before: number[] } | undefined {
	const sorted = [...new Set(years)].sort((a, b) => a - b);
	const to = sorted.at(-1);
	if (to === undefined) return undefined;
	const start = sorted.findLastIndex((year, at) => {
		const gap = year - (sorted[at - 1] ?? year);
		return gap > to - year && sorted.length - at >= sorted.length / 2;
	});
	const cut = Math.max(start, 0);
	return { from: sorted[cut] ?? to, to, before: sorted.slice(0, cut) };
}

/** A piece of a date in words; `datetime` is what HTML's time element takes, empty where it takes nothing. */
export interface Moment {
	text: string;
	datetime: string;
}

const htmlDate = /^\d{4}(?:-\d{2}){0,2}$/;

/** A date in words without the year under which it stands, in one or two pieces: "12", "13 September". */
export function momentsOf(date: string, year: number): Moment[] {
	const moment = (text: string, edtf = ''): Moment => ({
		text: text.replace(new RegExp(` ${year}$`), ''),
		datetime: htmlDate.test(edtf) ? edtf : ''
	});
	const [from = '', to] = date.split('/');
	if (to === undefined) return [moment(formatDate(date), date)];
	const [start = '', end = ''] = formatDate(date).split(' to ');
	return [moment(start, from), moment(end, to)];
}
