import { daysOf } from '../facts/dates.ts';
import { roleOf } from '../facts/pack.ts';
import { pointOf } from '../facts/positions.ts';
import type { Entity, Fact } from '../facts/schema.ts';
import { shareAbsent } from './carried.ts';
import { relationOf, type Writing } from './context.ts';
import { digestText } from './digest.ts';
import { wordsOf, type Question } from './quoted.ts';
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

/** Words of which no more than this share is missing elsewhere are much the same words. */
const mostAbsent = { inReport: 0.5, inClaim: 0.7 };
const daysAround = 30;

/**
 * Whether another body of the speaker's state says much the same: in a claim of its own, or in another report of those days
 * that carries its words.
 */
export function echoesAlly(question: Question, other: Entity): boolean {
	const { fact, source, speaker, day, words, speakers, writing } = question;
	// A figure is another one where its number is.
	if (roleOf(fact, 'of') !== undefined) return false;
	if (other.kind === 'person' || other.side === undefined || other.side !== speaker.side)
		return false;
	const own = speakers.saidBy.get(other.id) ?? [];
	if (own.some((one) => shareAbsent(words, wordsOf(one, writing)) <= mostAbsent.inClaim))
		return true;
	const here = daysOf(day).first;
	return (speakers.carriedBy.get(other.id) ?? []).some(
		(one) =>
			one !== source &&
			one.digest !== undefined &&
			Math.abs(daysOf(one.published).first - here) <= daysAround &&
			!fact.evidence.some((evidence) => evidence.source === one.id) &&
			shareAbsent(words, digestText(one.digest)) <= mostAbsent.inReport
	);
}

/** Who may well have said the same: of loose words only those whom the report quotes are apart; of a loose appeal nobody is. */
export function mayHaveSaid(question: Question, other: Entity): boolean {
	if (!isLoose(question)) return false;
	const words = roleOf(question.fact, 'object');
	const isClaim = typeof words === 'object' && 'claim' in words;
	return !isClaim || !question.source.voices?.includes(other.id);
}
