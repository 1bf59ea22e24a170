import { cutDate, daysOf, overlap, precisionOf } from '../facts/dates.ts';
import { roleOf, type Index } from '../facts/pack.ts';
import type { CountValue, DateValue, Fact, Relation, RoleValue } from '../facts/schema.ts';

export const isDate = (value: RoleValue | undefined): value is DateValue =>
	typeof value === 'object' && 'date' in value;
export const isCount = (value: RoleValue | undefined): value is CountValue =>
	typeof value === 'object' && 'count' in value;

export const isPlace = (value: RoleValue | undefined, { entity }: Index): boolean =>
	typeof value === 'string' && entity.get(value)?.kind === 'place';

/** A value as a name for look-ups and comparison. */
export const valueName = (value: RoleValue): string =>
	typeof value === 'string' ? value : JSON.stringify(value);

/** The tuple which, by the relation's key, has one value. Facts that share it must agree. */
export function keyName(fact: Fact, relation: Relation, replaced: Record<string, RoleValue> = {}) {
	const parts = relation.key.map((role) => {
		const value = replaced[role] ?? roleOf(fact, role);
		return value === undefined ? '' : valueName(value);
	});
	return `${fact.relation}(${parts.join(';')})`;
}

/** How far apart two numbers must be to be different answers: a rounding is none. */
const nearness = { exact: 0.12, about: 0.25 } as const;

/**
 * Whether both values could be true of the same thing: equal, one a rounding of the other, dates that share a day.
 * "More than 100" agrees with every larger number.
 */
export function compatible(a: RoleValue, b: RoleValue): boolean {
	if (isDate(a) && isDate(b)) return overlap(daysOf(a.date), daysOf(b.date));
	if (isCount(a) && isCount(b)) {
		if (a.unit !== b.unit) return false;
		const open = [a, b].find(({ qualifier }) => !['exact', 'about'].includes(qualifier));
		if (open) return true; // never proved wrong: see ITEM-WRITING on "more than 6,500"
		const share =
			a.qualifier === 'about' || b.qualifier === 'about' ? nearness.about : nearness.exact;
		return Math.abs(a.count - b.count) <= share * Math.max(Math.abs(a.count), Math.abs(b.count));
	}
	return valueName(a) === valueName(b);
}

/** A date cut to what of it is worth knowing. */
export function askedDate(value: DateValue): DateValue {
	if (precisionOf(value.date) === 'interval') return value;
	return { ...value, date: cutDate(value.date, value.worth) };
}

/** A value as it is asked and shown: a date cut to what of it is worth knowing. */
export const askedValue = (value: RoleValue): RoleValue =>
	isDate(value) ? askedDate(value) : value;

/** A date brought to the precision of another one; undefined when it is not known so exactly. */
export function datedLike(value: DateValue, example: DateValue): DateValue | undefined {
	const precision = precisionOf(example.date);
	if (precision === 'interval' || precisionOf(value.date) === 'interval') return undefined;
	const date = cutDate(value.date, precision);
	return precisionOf(date) === precision ? { date, worth: precision } : undefined;
}
