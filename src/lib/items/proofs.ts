import { daysOf, overlap, parseDate } from '../facts/dates.ts';
import { roleOf, type Index } from '../facts/pack.ts';
import type { Entity, Fact, RoleValue } from '../facts/schema.ts';
import { isKeyable, relationOf, valueOf, type Writing } from './context.ts';
import type { Rationale } from './item.ts';
import { mergeCitations, rationaleOf } from './rationale.ts';
import { askedValue, compatible, datedLike, isCount, isDate, keyName } from './values.ts';

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

/** Others put an estimate at half as much again, or at two thirds of it: only what is further off is surely wrong. */
const estimate = 1.6;

const isWithinEstimate = (right: RoleValue, value: RoleValue): boolean =>
	isCount(right) &&
	isCount(value) &&
	right.qualifier === 'about' &&
	Math.max(right.count, value.count) < estimate * Math.min(right.count, value.count);

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

/** Two facts that prove something together. */
const both = (fact: Fact, other: Fact): Rationale => ({
	text: `${fact.statement} ${other.statement}`,
	facts: [fact.id, other.id],
	sources: mergeCitations([fact, other])
});

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
		if (isWithinEstimate(right, value)) return undefined;
		const open = isCount(right) && !['exact', 'about'].includes(right.qualifier);
		if (open || saidOf(fact, right, writing).some((one) => compatible(one, value)))
			return undefined;
		if (!owner || owner === fact) return rationaleOf(fact);
		// That somebody else held an office at another time proves nothing alone.
		return relation.key.includes('as-of') && !isCount(right)
			? both(fact, owner)
			: rationaleOf(owner);
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
export function proveRival(
	fact: Fact,
	slot: string,
	rival: Entity,
	{ index }: Writing
): Rationale | undefined {
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
	return meets ? undefined : rivalRationale(fact, slot, rival, index);
}

/** Why a rival did not hold an office: who did, and what the base shows the rival in at the time nearest to it. */
function rivalRationale(fact: Fact, slot: string, rival: Entity, index: Index): Rationale {
	const { id, name, roles } = rival;
	const apart = (one: Fact) =>
		Math.abs(daysOf(one['as-of'] ?? '').first - daysOf(fact['as-of'] ?? '').first);
	const [own] = (index.factsByEntity.get(id) ?? [])
		.filter(
			(one) =>
				one.relation === fact.relation &&
				one.standing === 'established' &&
				one['as-of'] !== undefined &&
				roleOf(one, slot) === id
		)
		.sort((a, b) => apart(a) - apart(b) || (a.id < b.id ? -1 : 1));
	const then = daysOf(fact['as-of'] ?? '');
	const role = roles.find(({ seen: [from, to] }) =>
		overlap(then, { first: daysOf(from).first, last: daysOf(to).last })
	);
	if (own) return both(fact, own);
	const right = rationaleOf(fact);
	return role ? { ...right, text: `${right.text} ${name} was ${role.office}.` } : right;
}
