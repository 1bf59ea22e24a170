import { daysOf, parseDate } from '../facts/dates.ts';
import { roleOf, type Index } from '../facts/pack.ts';
import type { CountValue, Entity, Fact, RoleValue } from '../facts/schema.ts';
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
function reported(fact: Fact, value: RoleValue, { pack }: Index): RoleValue[] {
	return fact.evidence.flatMap(({ says }): RoleValue[] => {
		if (says === undefined) return [];
		const text = String(says);
		if (isCount(value)) return typeof says === 'number' ? [{ ...value, count: says }] : [];
		if (isDate(value)) {
			const date = parseDate(text) && datedLike({ date: text, worth: 'day' }, value);
			return date ? [date] : [];
		}
		if (typeof value !== 'string') return [{ phrase: text }];
		const isMeant = ({ id, name, short, aliases }: Entity) =>
			[id, name, short, ...aliases].includes(text);
		return pack.entities.filter(isMeant).map(({ id }) => id);
	});
}

/** Every value that some fact or some source gives for the key of a fact, its own one first. */
function saidOf(fact: Fact, right: RoleValue, { index, byKey, said }: Writing): RoleValue[] {
	const known = said.get(fact.id);
	if (known) return known;
	const relation = relationOf(fact, index);
	const others = (byKey.get(keyName(fact, relation)) ?? [fact]).flatMap((one) => [
		valueOf(one, relation) ?? right,
		...reported(one, right, index)
	]);
	const all = [right, ...others];
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
	if (decimals > 0) return Number(value.toFixed(decimals));
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
	const factors = [0.36, 0.52, 0.7, 1.4, 1.75, 2.3, 2.9].map((factor) => factor + lean);
	const most = value.unit === 'per cent' ? 100 : Infinity;
	return factors
		.map((factor) => ({ ...value, count: likeFigures(value.count * factor, value.count) }))
		.filter(({ count }) => count > 0 && count <= most);
}

function fromEntities(fact: Fact, slot: string, key: string, writing: Writing): Distractor[] {
	const { index, confusable } = writing;
	const entity = index.entity.get(key);
	const ids = new Set((entity?.confusable ?? []).flatMap((name) => confusable.get(name) ?? []));
	ids.delete(key);
	return [...ids].flatMap((id) => {
		const other = index.entity.get(id);
		if (other?.kind !== entity?.kind) return [];
		// A name's nationality must not tell the office, nor an office the name.
		if (entity?.kind === 'person' && other?.side !== entity.side) return [];
		const proof = proveWrong(fact, slot, id, undefined, writing);
		return proof ? [{ value: id, proof }] : [];
	});
}

/**
 * Whether the owners of two values could be mixed up: neighbours by group, or of one topic.
 * Persons are of one side, or the side named in an office would tell.
 */
function nearOwners(fact: Fact, other: Fact, slot: string, writing: Writing): boolean {
	const [a, b] = [fact, other].map((one) => roleOf(one, 'subject') ?? roleOf(one, 'by'));
	if (typeof a !== 'string' || typeof b !== 'string' || slot === 'subject') return true;
	const [mine, theirs] = [writing.index.entity.get(a), writing.index.entity.get(b)];
	if (mine?.kind === 'person' && mine.side !== theirs?.side) return false;
	return areConfusable(a, b, writing) || fact.topic === other.topic;
}

function fromFacts(fact: Fact, slot: string, key: RoleValue, writing: Writing): Distractor[] {
	const others =
		isDate(key) || isCount(key)
			? neighboursByValue(fact, writing, 24)
			: [...confusableOwners(fact, writing), ...neighboursInTopic(fact, writing, 24)];
	return others.flatMap((other) => {
		const given = roleOf(other, slot);
		const value = given && shapedLike(given, key);
		if (value === undefined) return [];
		if (!isDate(key) && !nearOwners(fact, other, slot, writing)) return [];
		// A number of another topic is as good a wrong answer, but its own story would explain nothing.
		const owner = isCount(key) && other.topic !== fact.topic ? undefined : other;
		const proof = proveWrong(fact, slot, value, owner, writing);
		return proof ? [{ value, proof }] : [];
	});
}

const unique = (list: Distractor[]): Distractor[] => {
	const seen = new Set<string>();
	return list.filter(({ value }) => !seen.has(valueName(value)) && seen.add(valueName(value)));
};

const farthestDays = 50 * 365;

/** Near enough to be taken for the key: a date of the same half-century, a number of the same size. */
function isNear(key: RoleValue, value: RoleValue): boolean {
	if (isDate(key) && isDate(value))
		return Math.abs(daysOf(key.date).first - daysOf(value.date).first) <= farthestDays;
	return (
		!isCount(key) || !isCount(value) || (value.count > key.count / 4 && value.count < key.count * 4)
	);
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
	return unique(found).filter(({ value }) => isNear(key, value));
}

/** Where a value stands among others of its kind, for options in natural order; undefined when it has none. */
export function orderOf(value: RoleValue): number | undefined {
	if (isDate(value)) return daysOf(value.date).first;
	return isCount(value) ? value.count : undefined;
}
