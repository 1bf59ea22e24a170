import { daysOf, overlap, parseDate, precisionOf } from '../facts/dates.ts';
import { roleOf, type Index } from '../facts/pack.ts';
import type { CountValue, DateValue, Entity, Fact, RoleValue } from '../facts/schema.ts';
import {
	areConfusable,
	confusableOwners,
	isKeyable,
	neighboursByValue,
	neighboursInTopic,
	relationOf,
	valueOf,
	type Writing
} from './context.ts';
import { daysBetween, eventsAround, fitsEpoch } from './epoch.ts';
import { hash } from './hash.ts';
import type { Rationale } from './item.ts';
import { rationaleOf } from './rationale.ts';
import {
	askedValue,
	compatible,
	datedLike,
	isCount,
	isDate,
	keyName,
	valueName
} from './values.ts';

/** A wrong value with the proof that it is wrong, which is shown as its rationale. */
export interface Distractor {
	value: RoleValue;
	proof: Rationale;
}

/** Values that the sources of a fact give for it, as exactly as `value` is given: never offered as wrong. */
function reported(fact: Fact, value: RoleValue, { named }: Writing): RoleValue[] {
	return fact.evidence.flatMap(({ says }): RoleValue[] => {
		if (says === undefined) return [];
		const text = String(says);
		if (isCount(value)) return typeof says === 'number' ? [{ ...value, count: says }] : [];
		if (isDate(value)) {
			const date = parseDate(text) && datedLike({ date: text, worth: 'day' }, value);
			return date ? [date] : [];
		}
		return typeof value === 'string' ? (named.get(text) ?? []) : [{ phrase: text }];
	});
}

/** What others said of the same thing on the same day: a news agency may have printed their figures too. */
function repeatable(fact: Fact, index: Index): RoleValue[] {
	const { by = '', 'as-of': day } = fact.attribution ?? {};
	if (day === undefined || !index.entity.get(by)?.independent) return [];
	const relation = relationOf(fact, index);
	const meets = (one: Fact) =>
		one.relation === fact.relation &&
		roleOf(one, 'of') === roleOf(fact, 'of') &&
		one.attribution !== undefined &&
		overlap(daysOf(one.attribution['as-of']), daysOf(day));
	return (index.factsByEntity.get(String(roleOf(fact, 'subject'))) ?? [])
		.filter(meets)
		.flatMap((one) => valueOf(one, relation) ?? []);
}

/** Every value that some fact or some source gives for the key of a fact, its own one first. */
function saidOf(fact: Fact, right: RoleValue, writing: Writing): RoleValue[] {
	const { index, byKey, said } = writing;
	const known = said.get(fact.id);
	if (known) return known;
	const relation = relationOf(fact, index);
	const others = (byKey.get(keyName(fact, relation)) ?? [fact]).flatMap((one) => [
		valueOf(one, relation) ?? right,
		...reported(one, right, writing)
	]);
	const all = [right, ...others, ...repeatable(fact, index)];
	said.set(fact.id, all);
	return all;
}

/**
 * Proves that `value` is wrong in the role `slot` of a fact, or answers undefined.
 * The value of a key: the key has one value, and it is another one. Part of the key: with `value` in its place the
 * relation is known to have another value. Nothing is inferred from silence.
 */
export function proveWrong(
	fact: Fact,
	slot: string,
	value: RoleValue,
	owner: Fact | undefined,
	writing: Writing
): Rationale | undefined {
	const { index, byKey } = writing;
	const relation = relationOf(fact, index);
	const whole = valueOf(fact, relation);
	if (whole === undefined) return undefined;
	// The stem gives no more of a date than is worth knowing: within that, nothing else may be true.
	const right = askedValue(whole);
	if (slot === relation.value) {
		const open = isCount(right) && !['exact', 'about'].includes(right.qualifier);
		if (open || saidOf(fact, right, writing).some((one) => compatible(one, value)))
			return undefined;
		return rationaleOf(owner ?? fact);
	}
	if (!relation.key.includes(slot)) return undefined;
	const others = byKey.get(keyName(fact, relation, { [slot]: value })) ?? [];
	// A party's word proves nothing, but it is enough to leave the value out.
	if (others.some((one) => compatible(valueOf(one, relation) ?? right, right))) return undefined;
	const other = others.find((one) => isKeyable(one, relation));
	return other && rationaleOf(other);
}

/**
 * Proves that another person did not hold an office that one person holds at a time, by who held it: unless sources show
 * both in it in those days.
 */
function proveRival(fact: Fact, slot: string, rival: Entity, { index }: Writing) {
	const held = valueOf(fact, relationOf(fact, index));
	const holder = index.entity.get(String(roleOf(fact, slot)));
	const day = fact['as-of'];
	if (!day || typeof held !== 'object' || !('phrase' in held)) return undefined;
	const own = holder?.roles.find(({ office }) => office === held.phrase);
	if (!own || own.shared || rival.roles.length === 0) return undefined;
	const [from, to] = [daysOf(day).first, daysOf(day).last];
	const meets = rival.roles.some(
		({ office, seen }) =>
			office === held.phrase && daysOf(seen[0]).first <= to && from <= daysOf(seen[1]).last
	);
	return meets ? undefined : rationaleOf(fact);
}

/** A value in the shape of the key: a date of the same precision, a number of the same unit. Undefined when it has none. */
function shapedLike(value: RoleValue, key: RoleValue): RoleValue | undefined {
	if (isDate(value) && isDate(key)) return datedLike(value, key);
	if (isCount(value) && isCount(key)) return value.unit === key.unit ? value : undefined;
	if (typeof value === 'string' || typeof key === 'string') return undefined;
	return Object.keys(value)[0] === Object.keys(key)[0] ? value : undefined;
}

/** Rounds to as many significant figures as the example has; whole numbers stay whole, decimals keep their number. */
function likeFigures(value: number, example: number): number {
	const decimals = String(example).split('.')[1]?.length ?? 0;
	// No nought at the end, which would fall away.
	if (decimals > 0) return Number(value.toFixed(decimals).replace(/0$/, '4'));
	const digits = String(example).replace(/0+$/, '').length;
	const size = 10 ** Math.max(0, Math.floor(Math.log10(Math.abs(value))) + 1 - digits);
	return Math.round(value / size) * size;
}

/**
 * Numbers near a count that no source reports for it, in figures of the same kind. Their proof is the key itself:
 * one value is reported, and it is another one.
 */
function nearCounts(fact: Fact, value: CountValue): CountValue[] {
	const lean = (hash(fact.id) % 7) / 100;
	// Where there is no room for more above the key, something between it and the whole.
	const above = value.most !== undefined && value.most < value.count * 1.4 ? [1.14] : [];
	const factors = [0.36, 0.52, 0.7, ...above, 1.4, 1.75, 2.3, 2.9].map((factor) => factor + lean);
	// Of a majority, the rest is the part that may be larger or smaller.
	const near = (factor: number) =>
		isMajority(value) ? 100 - (100 - value.count) * factor : value.count * factor;
	return factors
		.map((factor) => ({ ...value, count: likeFigures(near(factor), value.count) }))
		.filter(({ count }) => count > 0);
}

/** A share of more than half. */
const isMajority = ({ count, unit }: CountValue): boolean => unit === 'per cent' && count > 50;

/** What nothing exceeds: a whole, and the terms that people set each other. */
const bounds: Partial<Record<string, number>> = { 'per cent': 100, years: 99 };

/** A part is not larger than its whole; and nobody who has learnt anything takes a majority for a minority. */
const isPossible = (key: RoleValue, value: RoleValue): boolean =>
	!isCount(key) ||
	!isCount(value) ||
	(value.count <= (key.most ?? Math.max(key.count, bounds[key.unit ?? ''] ?? Infinity)) &&
		isMajority(value) === isMajority(key));

/** Rivals for an office: so many, of whom the nearest come first. */
const rivals = 6;

const groupApart = 100 * 365;

/**
 * How far a person is from the holder of an office on a day: who held it at another time is nearest, then who shares
 * most groups with the holder, then who is seen in office nearest to the day.
 */
function distance({ roles, confusable }: Entity, holder: Entity, office: string, day: string) {
	if (roles.some((role) => role.office === office)) return -Infinity;
	const shared = confusable.filter((name) => holder.confusable.includes(name)).length;
	const { first, last } = daysOf(day);
	const apart = roles.map(({ seen: [from, to] }) =>
		Math.max(0, daysOf(from).first - last, first - daysOf(to).last)
	);
	return Math.min(...apart) - shared * groupApart;
}

/** Of persons that are asked for by their office, those who could be taken for its holder. */
function nearRivals(fact: Fact, holder: Entity, list: Distractor[], { index }: Writing) {
	const held = valueOf(fact, relationOf(fact, index));
	const day = fact['as-of'];
	if (!day || typeof held !== 'object' || !('phrase' in held)) return list;
	const far = new Map(
		list.map(({ value }) => {
			const person = index.entity.get(String(value));
			return [value, person ? distance(person, holder, held.phrase, day) : Infinity];
		})
	);
	const place = ({ value }: Distractor) => far.get(value) ?? Infinity;
	return [...list].sort((a, b) => place(a) - place(b)).slice(0, rivals);
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
		if (other?.kind !== entity?.kind) return [];
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
 * (nobody takes a spokesman for the head of state) and of one side, or the side named in an office would tell.
 */
function nearOwners(fact: Fact, other: Fact, slot: string, writing: Writing): boolean {
	const [a, b] = [fact, other].map((one) => roleOf(one, 'subject') ?? roleOf(one, 'by'));
	if (typeof a !== 'string' || typeof b !== 'string' || slot === 'subject') return true;
	const [mine, theirs] = [writing.index.entity.get(a), writing.index.entity.get(b)];
	const near = areConfusable(a, b, writing);
	// What a body decided is not to be told by what only another kind of body can decide.
	const isDeed = roleOf(fact, 'subject') === undefined && !isCount(roleOf(fact, slot));
	if (isDeed) return near || a === b;
	if (mine?.kind === 'person') return near && mine.side === theirs?.side;
	// A region's name is no rival for a town's.
	const sorted = [mine, theirs].every((one) => one?.kind === 'place' && one.confusable.length > 0);
	if (sorted && !isDate(roleOf(fact, slot))) return near;
	return near || fact.topic === other.topic;
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
		if (value === undefined) return [];
		if (!isDate(key) && !nearOwners(fact, other, slot, writing)) return [];
		// A number of another topic is as good a wrong answer, but its own story would explain nothing.
		const owner = isCount(key) && other.topic !== fact.topic ? undefined : other;
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

/**
 * Everything that may stand as a wrong option in a slot of a fact, each with its proof, nearest first:
 * entities of the same confusable groups; dates, numbers and phrases of neighbouring facts; near numbers.
 */
export function distractorsFor(fact: Fact, slot: string, writing: Writing): Distractor[] {
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
