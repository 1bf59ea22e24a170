import { daysOf } from '../facts/dates.ts';
import type { Entity, Fact, RoleValue } from '../facts/schema.ts';
import { relationOf, valueOf, type Writing } from './context.ts';

/** Rivals for an office: so many, of whom the nearest come first. */
const rivals = 6;

const groupApart = 100 * 365;

/** Callings that nobody takes for each other: who speaks for a minister, or heads a state, is not taken for the minister. */
const callings = [
	/^(?:president|prime minister) of\b/i,
	/\bspokes/i,
	/\b(?:envoy|ambassador|representative|co-chair|mediator)\b/i,
	/\b(?:chief of .*staff|commander|general)\b/i
];
const callingOf = (office: string): number => callings.findIndex((one) => one.test(office));

/** Whether two persons are known in offices of one state or body. */
export function ofOneAuthority(a: Entity, b: Entity): boolean {
	const mine = new Set(a.roles.map((role) => role.of));
	return b.roles.some((role) => mine.has(role.of));
}

/** Whether a person is known in any office of the same calling. */
const isOfCalling = ({ roles }: Entity, office: string): boolean =>
	roles.some((role) => callingOf(role.office) === callingOf(office));

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
	const alike = list.filter(({ value }) => {
		const person = index.entity.get(String(value));
		return person && ofOneAuthority(person, holder) && isOfCalling(person, held.phrase);
	});
	return alike.sort((a, b) => place(a) - place(b)).slice(0, rivals);
}
