import { daysOf } from './dates.ts';
import { need, type Index } from './pack.ts';
import type { Entity, Fact } from './schema.ts';

/** What one party, with those who agree with it, says on a disputed point. */
export interface Position {
	/** The side of the sourcebook that takes this position; undefined when none does. */
	side: string | undefined;
	/** Those who speak, each once: a side or another state by its name, anyone else by their own. */
	speakers: string[];
	facts: Fact[];
}

/** A disputed point: facts that contradict each other, directly or through others, in two positions. */
export interface Point {
	/** What it is about; the first fact where that is not said. */
	id: string;
	positions: Position[];
	/** Facts that contradict one of their own position: the point does not fall into two. */
	muddled: Fact[];
}

/** The body in which a person holds office on a day, if that is known. */
function bodyOf({ roles }: Entity, day: string, index: Index): Entity | undefined {
	const { first } = daysOf(day);
	const role = roles.find(
		({ seen: [from, to] }) => daysOf(from).first <= first && first <= daysOf(to).last
	);
	return role?.of === undefined ? undefined : index.entity.get(role.of);
}

/**
 * The party as whose word a statement counts: a side of the sourcebook, else the state or body in which the speaker holds
 * office, else the speaker. Undefined for a fact that rests on nobody's word.
 */
export function partyOf({ attribution }: Fact, index: Index): string | undefined {
	if (!attribution) return undefined;
	const speaker = need(index.entity, attribution.by, 'entity');
	const body = bodyOf(speaker, attribution['as-of'], index);
	const side = body ? (body.side ?? body.id) : speaker.side;
	const party = side === undefined ? speaker : index.entity.get(side);
	const known = index.pack.sourcebook.sides.find(({ id }) => id === speaker.side || id === side);
	const name = party?.kind === 'organisation' ? (party.short ?? party.name) : party?.name;
	return known?.name ?? name ?? speaker.name;
}

/** The side of the sourcebook that a fact's speaker speaks for; undefined for everyone else. */
export function sideOf(fact: Fact, index: Index): string | undefined {
	const by = fact.attribution?.by;
	const side = by === undefined ? undefined : need(index.entity, by, 'entity').side;
	return index.pack.sourcebook.sides.some(({ id }) => id === side) ? side : undefined;
}

function positionOf(facts: Fact[], index: Index): Position {
	const sides = new Set(facts.flatMap((fact) => sideOf(fact, index) ?? []));
	const [side] = sides;
	const parties = facts.flatMap((fact) => partyOf(fact, index) ?? []);
	const order = (name: string) => index.pack.sourcebook.sides.findIndex((one) => one.name === name);
	const speakers = [...new Set(parties)].sort(
		(a, b) => Number(order(a) < 0) - Number(order(b) < 0) || a.localeCompare(b, 'en')
	);
	return { side: sides.size === 1 ? side : undefined, speakers, facts };
}

/** Gives each fact that is reached over contradictions the opposite colour of the one before. */
function colour(first: Fact, index: Index): { colours: Map<Fact, 0 | 1>; muddled: Fact[] } {
	const colours = new Map<Fact, 0 | 1>([[first, 0]]);
	const muddled: Fact[] = [];
	for (const [fact, own] of colours)
		for (const id of fact.contradicts) {
			const other = index.fact.get(id);
			if (!other) continue;
			if (!colours.has(other)) colours.set(other, own === 0 ? 1 : 0);
			else if (colours.get(other) === own) muddled.push(fact);
		}
	return { colours, muddled };
}

const pointOfFact = new WeakMap<Index, Map<string, Point>>();

/** The disputed point that a contested fact belongs to; undefined for any other fact. */
export function pointOf(fact: Fact, index: Index): Point | undefined {
	let points = pointOfFact.get(index);
	if (!points) {
		const all = pointsOf(index).flatMap((point) =>
			point.positions.flatMap(({ facts }) => facts.map(({ id }) => [id, point] as const))
		);
		points = new Map(all);
		pointOfFact.set(index, points);
	}
	return points.get(fact.id);
}

/** Every disputed point of the pack, in the order of the facts; the positions in the order of the sides. */
export function pointsOf(index: Index): Point[] {
	const seen = new Set<Fact>();
	const order = (position: Position) => {
		const place = index.pack.sourcebook.sides.findIndex(({ id }) => id === position.side);
		return place < 0 ? Infinity : place;
	};
	return index.pack.facts.flatMap((fact) => {
		if (fact.standing !== 'contested' || seen.has(fact)) return [];
		const { colours, muddled } = colour(fact, index);
		for (const one of colours.keys()) seen.add(one);
		const positions = ([0, 1] as const)
			.map((own) => [...colours].filter(([, one]) => one === own).map(([one]) => one))
			.filter((facts) => facts.length > 0)
			.map((facts) => positionOf(facts, index))
			.sort(
				(a, b) =>
					(order(a) === order(b) ? 0 : order(a) - order(b)) ||
					(a.speakers[0] ?? '').localeCompare(b.speakers[0] ?? '', 'en')
			);
		return [{ id: fact.about ?? fact.id, positions, muddled }];
	});
}

/**
 * What is found on a disputed point by those who are no party to it: what the sourcebook names for it, and what is
 * established, or said by none of the sides, on the same point.
 */
export function findingsOn({ positions }: Pick<Point, 'positions'>, index: Index): Fact[] {
	const told = new Set(positions.flatMap(({ facts }) => facts));
	const abouts = new Set([...told].flatMap(({ about }) => about ?? []));
	const { findings } = index.pack.sourcebook;
	const named = [...abouts].flatMap((about) => findings[about] ?? []);
	return index.pack.facts.filter(
		(fact) =>
			!told.has(fact) &&
			fact.standing !== 'contested' &&
			(named.includes(fact.id) ||
				(fact.about !== undefined && abouts.has(fact.about) && sideOf(fact, index) === undefined))
	);
}
