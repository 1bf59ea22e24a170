import { group, roleOf } from '../facts/pack.ts';
import { relationOf, type Writing } from './context.ts';
import { apart, distance, earlier, momentOf, type Moment } from './moments.ts';
import { alikeNames, relatedNames } from './related-names.ts';

/** Events around an event, of its topic or mixed up with it: nearest first. */
export interface Surroundings {
	before: Moment[];
	after: Moment[];
}

/** All events that can stand in an order. */
export interface Chronology {
	moments: Moment[];
	/** Those of a topic. */
	inTopic: (topic: string) => readonly Moment[];
	/** What came before and after, near enough to be worth telling apart. */
	around: (moment: Moment) => Surroundings;
	/** Whether the names of two events tell by themselves how they stand to each other. */
	related: (a: { name: string }, b: { name: string }) => boolean;
	/** Whether they tell of one episode. */
	alike: (a: { name: string }, b: { name: string }) => boolean;
}

/** On either side, in each of the lists to which an event belongs. */
const reach = 8;
/** With fewer of the same matter on a side, events of other matters are taken in, when they are nearer in time. */
const enough = 4;
const nearDays = 2 * 365;
const everything = 'everything';
/** Whoever mixes up events that are further apart has not heard of them. */
const farthestDays = 8 * 365;
/** Whether the order of two events is worth asking: far enough apart to be known, near enough to be mixed up. */
const comparable = (a: Moment, b: Moment): boolean => apart(a, b) && distance(a, b) <= farthestDays;

/** The lists to which an event belongs: its topic, and the groups of what it is mixed up with. */
function matters({ fact }: Moment, { index }: Writing): string[] {
	const { order } = relationOf(fact, index);
	const event = order && roleOf(fact, order.of);
	const groups = typeof event === 'string' ? (index.entity.get(event)?.confusable ?? []) : [];
	return [`topic ${fact.topic}`, ...groups.map((name) => `group ${name}`)];
}

const known = new WeakMap<Writing, Chronology>();

/** The events of a pack in time, looked up once. */
export function chronologyOf(writing: Writing): Chronology {
	let chronology = known.get(writing);
	if (!chronology) known.set(writing, (chronology = lookUp(writing)));
	return chronology;
}

function lookUp(writing: Writing): Chronology {
	const moments = writing.keyable.flatMap((fact) => momentOf(fact, writing) ?? []).sort(earlier);
	const lists = group(moments, (moment) => [...matters(moment, writing), everything]);
	const places = new Map(
		[...lists].map(([name, list]) => [name, new Map(list.map((one, at) => [one, at]))])
	);
	const all = moments.map(({ name }) => name);
	const [names, episodes] = [relatedNames(all, writing.index), alikeNames(all)];
	const related: Chronology['related'] = (a, b) => names(a.name, b.name);
	const alike: Chronology['alike'] = (a, b) => related(a, b) || episodes(a.name, b.name);
	/** The fitting events of a list on one side, nearest first. */
	const beside = (moment: Moment, name: string, step: 1 | -1): Moment[] => {
		const [list = [], at = 0] = [lists.get(name), places.get(name)?.get(moment)];
		const near = [];
		for (let i = 1; i <= reach; i++) {
			const other = list[at + i * step];
			if (other && comparable(moment, other) && !related(moment, other)) near.push(other);
		}
		return near;
	};
	const side = (moment: Moment, step: 1 | -1): Moment[] => {
		const own = new Set(matters(moment, writing).flatMap((name) => beside(moment, name, step)));
		for (const other of beside(moment, everything, step))
			if (own.size < enough && distance(moment, other) <= nearDays) own.add(other);
		return [...own].sort((a, b) => step * earlier(a, b));
	};
	const found = new Map<Moment, Surroundings>();
	const around = (moment: Moment): Surroundings => {
		let both = found.get(moment);
		if (!both) found.set(moment, (both = { before: side(moment, -1), after: side(moment, 1) }));
		return both;
	};
	const inTopic = (topic: string) => lists.get(`topic ${topic}`) ?? [];
	return { moments, inTopic, around, related, alike };
}
