import { roleOf } from '../facts/pack.ts';
import { pointOf } from '../facts/positions.ts';
import type { Entity, Fact } from '../facts/schema.ts';
import { relationOf, type Writing } from './context.ts';
import type { Question } from './quoted.ts';
import { compatible } from './values.ts';

/** What another speaker says on the same matter: the same point, or the same count. */
export const onSamePoint = ({ fact, speakers }: Question, other: Entity): Fact[] => [
	...new Set(
		(speakers.matters.get(fact) ?? []).flatMap(
			(matter) => speakers.onMatter.get(`${other.id} ${matter}`) ?? []
		)
	)
];

/** Whether a statement on the same matter is opposed to the fact's: a contrary position, a figure that does not agree. */
export function opposes(one: Fact, fact: Fact, writing: Writing): boolean {
	if (one.contradicts.includes(fact.id)) return true;
	const point = pointOf(fact, writing.index);
	if (point?.positions.length === 2) {
		const [mine, theirs] = [fact, one].map((wanted) =>
			point.positions.findIndex(({ facts }) => facts.includes(wanted))
		);
		return mine !== theirs && mine !== -1 && theirs !== -1;
	}
	const [a, b] = [roleOf(fact, 'object'), roleOf(one, 'object')];
	return (
		one.relation === fact.relation &&
		roleOf(fact, 'of') !== undefined &&
		a !== undefined &&
		b !== undefined &&
		!compatible(a, b)
	);
}

/** Whether a statement is tied to nothing that others could be compared by. */
function isLoose({ fact, writing }: Question): boolean {
	const { value } = relationOf(fact, writing.index);
	return value === 'by' && fact.about === undefined && fact.contradicts.length === 0;
}

/** Who may well have said the same: of loose words only those whom the report quotes are apart; of a loose appeal nobody is. */
export function mayHaveSaid(question: Question, other: Entity): boolean {
	if (!isLoose(question)) return false;
	const words = roleOf(question.fact, 'object');
	const isClaim = typeof words === 'object' && 'claim' in words;
	return !isClaim || !question.source.voices?.includes(other.id);
}
