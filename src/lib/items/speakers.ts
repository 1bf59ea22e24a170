import { daysOf, type Days } from '../facts/dates.ts';
import { group, roleOf, type Index } from '../facts/pack.ts';
import { pointOf } from '../facts/positions.ts';
import type { Entity, Fact, Source } from '../facts/schema.ts';
import { valueName } from './values.ts';

/** Who speaks for whom, when and on what: found once for all questions about speakers. */
export interface Speakers {
	/** What each speaker says on a matter, by speaker and matter. */
	onMatter: Map<string, Fact[]>;
	/** The matters of every statement of a speaker. */
	matters: Map<Fact, string[]>;
	/** Topics on which a speaker is heard: of own statements, and the main one of each report that carries the voice. */
	topics: Map<string, Set<string>>;
	/** Quarters of years in which the base shows someone speaking or in office. */
	quarters: Map<string, Set<number>>;
	/** Everyone who speaks anywhere, by side. */
	bySide: Map<string, string[]>;
	/** The reports that carry someone's words. */
	carriedBy: Map<string, Source[]>;
	/** What someone says, on whatever matter. */
	saidBy: Map<string, Fact[]>;
	/** By side: the side itself, its people, bodies and places. */
	ofSide: Map<string, Entity[]>;
}

const daysPerQuarter = 91;
const quarterOf = (day: number): number => Math.floor(day / daysPerQuarter);

function note<T>(map: Map<string, Set<T>>, id: string, values: Iterable<T>): void {
	const set = map.get(id) ?? new Set();
	for (const value of values) set.add(value);
	map.set(id, set);
}

function* quartersIn({ first, last }: Days): Generator<number> {
	for (let quarter = quarterOf(first); quarter <= quarterOf(last); quarter++) yield quarter;
}

/** What a statement is about, as far as it can be compared with others: a reported or disputed point, a count. */
function mattersOf(fact: Fact, index: Index): string[] {
	const point = pointOf(fact, index)?.id ?? fact.about;
	const counted = ['subject', 'of'].map((role) => valueName(roleOf(fact, role) ?? '')).join(' ');
	return [
		...(fact.about === undefined ? [] : [`about ${fact.about}`]),
		...(point === undefined ? [] : [`about ${point}`]),
		...(roleOf(fact, 'of') === undefined ? [] : [`count ${fact.relation} ${counted}`])
	];
}

/** Looks up all speakers of a pack. Linear in facts, sources and their voices. */
export function startSpeakers(index: Index): Speakers {
	const { facts, sources, entities } = index.pack;
	const spoken = facts
		.filter(({ attribution }) => attribution)
		.sort((a, b) => (a.id < b.id ? -1 : 1));
	const matters = new Map(spoken.map((fact) => [fact, mattersOf(fact, index)]));
	const topics = new Map<string, Set<string>>();
	const quarters = new Map<string, Set<number>>();
	for (const { attribution, topic } of spoken) {
		if (!attribution) continue;
		note(topics, attribution.by, [topic]);
		note(quarters, attribution.by, quartersIn(daysOf(attribution['as-of'])));
	}
	for (const { id, voices = [], published } of sources) {
		const here = group(index.factsBySource.get(id) ?? [], ({ topic }) => [topic]);
		const [main] = [...here].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
		const day = daysOf(published).last;
		for (const voice of voices) {
			note(topics, voice, main ? [main[0]] : []);
			note(quarters, voice, [quarterOf(day)]);
		}
	}
	for (const { id, roles } of entities)
		for (const { seen } of roles)
			note(quarters, id, quartersIn({ first: daysOf(seen[0]).first, last: daysOf(seen[1]).last }));
	const heard = entities.filter(({ id }) => topics.has(id));
	const bySide = group(heard, ({ side }) => (side === undefined ? [] : [side]));
	return {
		onMatter: group(spoken, (fact) =>
			(matters.get(fact) ?? []).map((matter) => `${fact.attribution?.by} ${matter}`)
		),
		matters,
		carriedBy: group(sources, ({ voices = [] }) => voices),
		saidBy: group(spoken, ({ attribution }) => (attribution ? [attribution.by] : [])),
		topics,
		quarters,
		ofSide: group(entities, ({ id, kind, side }) =>
			side === undefined || kind === 'event' ? [id] : [id, side]
		),
		bySide: new Map([...bySide].map(([side, list]) => [side, list.map(({ id }) => id).sort()]))
	};
}

const aYear = 4;
const aTerm = 12;

/**
 * How many quarters lie between a day and the nearest time at which the base shows someone speaking or in office.
 * Persons come and go: one who is shown neither about that time, nor both before and after it, had no voice on that day
 * that anybody would think of, and nor had a body that is not heard within a year. Undefined then.
 */
export function quartersFrom(
	{ id, kind }: Entity,
	day: string,
	{ quarters }: Speakers
): number | undefined {
	const known = quarters.get(id);
	const here = quarterOf(daysOf(day).first);
	const reach = (sign: number) =>
		[...Array(aTerm + 1).keys()].find((away) => known?.has(here + sign * away)) ?? Infinity;
	const [before, after] = [reach(-1), reach(1)];
	const away = Math.min(before, after);
	if (kind !== 'person') return away <= aYear ? away : undefined;
	const isThrough = Math.max(before, after) <= aTerm;
	return isThrough || away <= 1 ? Math.min(away, 2) : undefined;
}

/**
 * Whether one may speak with the other's mouth, a government and its ministry: then the words of one may count as the
 * other's. Persons are told apart from each other, and so are ministries.
 */
export function couldSpeakFor(a: Entity, b: Entity): boolean {
	if (a.independent || b.independent) return a.id === b.id;
	if (a.id === b.side || b.id === a.side) return true;
	return a.side !== undefined && a.side === b.side && a.kind !== b.kind;
}
