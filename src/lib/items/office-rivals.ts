import { daysOf } from '../facts/dates.ts';
import type { Entity, Fact, RoleValue } from '../facts/schema.ts';
import { relationOf, valueOf, type Writing } from './context.ts';

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
export function nearRivals<D extends { value: RoleValue }>(
	fact: Fact,
	holder: Entity,
	list: D[],
	{ index }: Writing
): D[] {
	const held = valueOf(fact, relationOf(fact, index));
	const day = fact['as-of'];
	if (!day || typeof held !== 'object' || !('phrase' in held)) return list;
	const far = new Map(
		list.map(({ value }) => {
			const person = index.entity.get(String(value));
			return [value, person ? distance(person, holder, held.phrase, day) : Infinity];
		})
	);
	const place = ({ value }: D) => far.get(value) ?? Infinity;
	return [...list].sort((a, b) => place(a) - place(b)).slice(0, rivals);
}
