import { daysOf, precisionOf } from '../facts/dates.ts';
import { valueText } from '../facts/naming.ts';
import { roleOf } from '../facts/pack.ts';
import type { DateValue, Fact, RoleValue } from '../facts/schema.ts';
import {
	areConfusable,
	confusableOwners,
	neighboursByValue,
	neighboursInTopic,
	type Writing
} from './context.ts';
import { daysBetween, eventsAround, fitsEpoch } from './epoch.ts';
import { isFamous } from './famous.ts';
import { tellingWords } from './flaws/telling.ts';
import type { Rationale } from './item.ts';
import { isPossible, nearCounts } from './near-counts.ts';
import { nearRivals, ofOneAuthority } from './office-rivals.ts';
import { proveRival, proveWrong } from './proofs.ts';
import { askedValue, datedLike, isCount, isDate, valueName } from './values.ts';

/** A wrong value with the proof that it is wrong, which is shown as its rationale. */
export interface Distractor {
	value: RoleValue;
	proof: Rationale;
}

/** A value in the shape of the key: a date of the same precision, a number of the same unit. Undefined when it has none. */
function shapedLike(value: RoleValue, key: RoleValue): RoleValue | undefined {
	if (isDate(value) && isDate(key)) return datedLike(value, key);
	if (isCount(value) && isCount(key)) return value.unit === key.unit ? value : undefined;
	if (typeof value === 'string' || typeof key === 'string') return undefined;
	return Object.keys(value)[0] === Object.keys(key)[0] ? value : undefined;
}

function fromEntities(fact: Fact, slot: string, key: string, writing: Writing): Distractor[] {
	const { index, confusable } = writing;
	const entity = index.entity.get(key);
	const ids = new Set((entity?.confusable ?? []).flatMap((name) => confusable.get(name) ?? []));
	for (const event of eventsAround(fact, slot, writing)) ids.add(event);
	ids.delete(key);
	const far = new Map<RoleValue, number>();
	const found = [...ids].sort().flatMap((id) => {
		const other = index.entity.get(id);
		if (other?.kind !== entity?.kind || isFamous(id, index)) return [];
		// A name's nationality must not tell the office, nor an office the name.
		if (entity?.kind === 'person' && other?.side !== entity.side) return [];
		const proof =
			proveWrong(fact, slot, id, undefined, writing) ??
			(other && slot === 'subject' ? proveRival(fact, slot, other, writing) : undefined);
		far.set(id, daysBetween(fact, slot, proof?.facts[0] ?? '', writing));
		return proof && far.get(id) !== Infinity ? [{ value: id, proof }] : [];
	});
	return entity?.kind === 'person' && slot === 'subject'
		? nearRivals(fact, entity, found, writing)
		: found.sort((a, b) => (far.get(a.value) ?? 0) - (far.get(b.value) ?? 0));
}

/**
 * Whether the owners of two values could be mixed up: neighbours by group, or of one topic. Persons are of one group
 * (nobody takes a spokesman for the head of state), of one side and one state, or the side named in an office would tell.
 */
function nearOwners(fact: Fact, other: Fact, slot: string, writing: Writing): boolean {
	const [a, b] = [fact, other].map((one) => roleOf(one, 'subject') ?? roleOf(one, 'by'));
	if (typeof a !== 'string' || typeof b !== 'string' || slot === 'subject') return true;
	const [mine, theirs] = [writing.index.entity.get(a), writing.index.entity.get(b)];
	const near = areConfusable(a, b, writing);
	// What a body decided is not to be told by what only another kind of body can decide.
	const isDeed = roleOf(fact, 'subject') === undefined && !isCount(roleOf(fact, slot));
	if (isDeed) return near || a === b;
	if (mine?.kind === 'person')
		return (
			near && theirs !== undefined && theirs.side === mine.side && ofOneAuthority(mine, theirs)
		);
	// A region's name is no rival for a town's.
	const sorted = [mine, theirs].every((one) => one?.kind === 'place' && one.confusable.length > 0);
	if (sorted && !isDate(roleOf(fact, slot))) return near;
	return near || fact.topic === other.topic;
}

/** Whether two facts of one topic count things of one kind: soldiers and soldiers, not soldiers and square kilometres. */
function countsAlike(fact: Fact, other: Fact, { index }: Writing): boolean {
	const [a, b] = [fact, other].map((one) => roleOf(one, 'of') ?? roleOf(one, 'subject'));
	if (fact.topic !== other.topic || a === undefined || b === undefined) return false;
	if (typeof a === 'string' && typeof b === 'string')
		return index.entity.get(a)?.kind === index.entity.get(b)?.kind;
	const words = tellingWords(valueText(a, index));
	return [...tellingWords(valueText(b, index))].some((word) => words.has(word));
}

function fromFacts(fact: Fact, slot: string, key: RoleValue, writing: Writing): Distractor[] {
	const others =
		isDate(key) || isCount(key)
			? neighboursByValue(fact, writing, 24)
			: [...confusableOwners(fact, writing), ...neighboursInTopic(fact, writing, 24)];
	const named = new Set<RoleValue>();
	return others.flatMap((other) => {
		const given = roleOf(other, slot);
		const value = given && shapedLike(given, key);
		if (value === undefined || isFamous(value, writing.index)) return [];
		if (!isDate(key) && !nearOwners(fact, other, slot, writing)) return [];
		// A number of another thing is as good a wrong answer, but its own story would explain nothing.
		const owner = isCount(key) && !countsAlike(fact, other, writing) ? undefined : other;
		const proof = proveWrong(fact, slot, value, owner, writing);
		// Of two names that different people use for one thing, whoever rules out one rules out the other.
		const thing = fact['by'] === undefined ? value : (roleOf(other, 'subject') ?? value);
		if (!proof || named.has(thing)) return [];
		named.add(thing);
		return [{ value, proof }];
	});
}

const unique = (list: Distractor[]): Distractor[] => {
	const seen = new Set<string>();
	return list.filter(({ value }) => !seen.has(valueName(value)) && seen.add(valueName(value)));
};

const farthestDays = 50 * 365;
/** How many days apart dates are that are easily mixed up: the more exactly a date is asked, the fewer. */
const closeDays: Record<string, number> = { day: 2 * 365, month: 5 * 365 };
/** So many close dates are enough to choose from. */
const enough = 4;

const daysApart = (a: DateValue, b: DateValue): number =>
	Math.abs(daysOf(a.date).first - daysOf(b.date).first);

/** Near enough to be taken for the key: a date of the same half-century, a number of the same size. */
function isNear(key: RoleValue, value: RoleValue): boolean {
	if (isDate(key) && isDate(value)) return daysApart(key, value) <= farthestDays;
	return (
		!isCount(key) || !isCount(value) || (value.count > key.count / 4 && value.count < key.count * 4)
	);
}

/** Of dates, the close ones alone where there are enough: a year of another age is no real choice. */
function closest(key: RoleValue, list: Distractor[]): Distractor[] {
	if (!isDate(key)) return list;
	const reach = closeDays[precisionOf(key.date)] ?? Infinity;
	const close = list.filter(({ value }) => isDate(value) && daysApart(key, value) <= reach);
	return close.length < enough ? list : close;
}

const known = new WeakMap<Writing, Map<string, readonly Distractor[]>>();

/**
 * Everything that may stand as a wrong option in a slot of a fact, each with its proof, nearest first:
 * entities of the same confusable groups; dates, numbers and phrases of neighbouring facts; near numbers.
 * Several kinds ask for one slot: looked up once.
 */
export function distractorsFor(fact: Fact, slot: string, writing: Writing): readonly Distractor[] {
	const found = known.get(writing) ?? new Map<string, readonly Distractor[]>();
	known.set(writing, found);
	const name = `${fact.id} ${slot}`;
	let list = found.get(name);
	if (!list) found.set(name, (list = lookUp(fact, slot, writing)));
	return list;
}

function lookUp(fact: Fact, slot: string, writing: Writing): Distractor[] {
	const given = roleOf(fact, slot);
	if (given === undefined) return [];
	const key = askedValue(given);
	if (typeof key === 'string') return fromEntities(fact, slot, key, writing);
	const found = fromFacts(fact, slot, key, writing);
	if (isCount(key))
		for (const value of nearCounts(fact, key)) {
			const proof = proveWrong(fact, slot, value, undefined, writing);
			if (proof) found.push({ value, proof });
		}
	return closest(
		key,
		unique(found).filter(
			({ value }) =>
				isNear(key, value) && isPossible(key, value) && fitsEpoch(fact, value, writing.index)
		)
	);
}

/** Where a value stands among others of its kind, for options in natural order; undefined when it has none. */
export function orderOf(value: RoleValue): number | undefined {
	if (isDate(value)) return daysOf(value.date).first;
	return isCount(value) ? value.count : undefined;
}
