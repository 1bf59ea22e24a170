import { daysOf, precisionOf } from '../../facts/dates.ts';
import { capitalise, valueText } from '../../facts/naming.ts';
import { roleOf, type Index } from '../../facts/pack.ts';
import type { Fact, RoleValue, Source } from '../../facts/schema.ts';
import { sentence } from '../../facts/wording.ts';
import { relationOf, valueOf, type Writing } from '../context.ts';
import { digestText } from '../digest.ts';
import { distractorsFor, orderOf } from '../distractors.ts';
import { isFamous } from '../famous.ts';
import { tellingWords } from '../flaws/telling.ts';
import { readOf } from '../reports.ts';
import { isCount, isDate, isPlace } from '../values.ts';
import { showsFigures } from './support-looks.ts';
import { told, type Row } from './support-row.ts';

const otherwise = (source: Source): string =>
	`${capitalise(readOf(source, 'the'))} says otherwise. `;

/** Statements that the editors know a careless reader to take from the report. */
export const misread = (source: Source, { index }: Writing): Row[] =>
	source.misreadings.flatMap(({ fact: ids, reads }): Row[] => {
		const facts = [ids].flat().flatMap((id) => index.fact.get(id) ?? []);
		const [fact] = facts;
		if (!fact) return [];
		const rationale = told(facts, source, otherwise(source));
		return [{ fact, text: reads, key: 'contradicted', rationale }];
	});

/** Of what happened in the plural some may have happened on another day: no other day is proved wrong. */
function isManifold(fact: Fact, { index }: Writing): boolean {
	const subject = roleOf(fact, 'subject');
	const tells = typeof subject === 'string' ? index.entity.get(subject)?.tells : undefined;
	return tells !== undefined && 'plural' in tells && tells.plural;
}

/** So many wrong values of one fact. */
const perFact = 3;

/** Whether the digest says the value of a fact, so that another one is seen to be wrong. */
function showsValue(value: RoleValue, fact: Fact, source: Source, index: Index): boolean {
	const digest = digestText(source.digest ?? '');
	// The day of a statement is only contradicted where the digest has one; the year may stand in the report's name.
	const years = source.called.match(/\b\d{4}\b/g) ?? [];
	if (isDate(value)) return showsFigures(sentence(fact, index), [digest, ...years].join(' '));
	const shown = tellingWords(digest);
	return [...tellingWords(valueText(value, index))].every((one) => shown.has(one));
}

/** A report of the 14th says nothing against a meeting on the 15th, unless it speaks of what is to come. */
function isForeseeable(value: RoleValue, fact: Fact, source: Source, index: Index): boolean {
	const { order } = relationOf(fact, index);
	return !order || !isDate(value) || daysOf(value.date).first <= daysOf(source.published).last;
}

/** So many days away another day may lie that is taken for the same event: further off it could be another one. */
const farthestDays: Record<string, number> = { day: 400, month: 400, year: 5 * 366 };

function couldBeMeant(value: RoleValue, other: RoleValue): boolean {
	if (!isDate(value) || !isDate(other)) return true;
	const [a, b] = [daysOf(value.date).first, daysOf(other.date).first];
	return Math.abs(a - b) <= (farthestDays[value.worth ?? precisionOf(value.date)] ?? 0);
}

/** What stands where many things are meant: "one months". */
const isOne = (value: RoleValue): boolean => isCount(value) && value.count === 1;

/** The values that are proved wrong for a fact, nearest first. */
function wrongValues(fact: Fact, value: RoleValue, writing: Writing): RoleValue[] {
	const { value: role } = relationOf(fact, writing.index);
	const place = orderOf(value) ?? 0;
	const away = (other: RoleValue) => Math.abs((orderOf(other) ?? 0) - place);
	return distractorsFor(fact, role, writing)
		.map((one) => one.value)
		.filter((one) => !isOne(one))
		.sort((a, b) => away(a) - away(b));
}

/** The same statement with the nearest values that are proved wrong: the digest shows the right one. */
export function contradicted(fact: Fact, source: Source, writing: Writing): Row[] {
	const relation = relationOf(fact, writing.index);
	const value = valueOf(fact, relation);
	if (fact.standing === 'contested' || !(relation.value in relation.ask)) return [];
	// Nobody takes a president for a minister: offices and claims are left to the editors.
	const isPlain = typeof value === 'string' || (value && (isDate(value) || isCount(value)));
	if (!isPlain || (isDate(value) && isManifold(fact, writing))) return [];
	if (!showsValue(value, fact, source, writing.index)) return [];
	if (isFamous(roleOf(fact, 'subject'), writing.index)) return [];
	const rationale = told([fact], source, otherwise(source));
	// "The attack on Barda took place in Ganja" would give itself away.
	const naming = { unplaced: isPlace(value, writing.index) };
	return wrongValues(fact, value, writing)
		.filter((one) => couldBeMeant(value, one))
		.filter((one) => isForeseeable(one, fact, source, writing.index))
		.slice(0, perFact)
		.map((one) => {
			const text = sentence(fact, writing.index, { [relation.value]: one }, naming);
			return { fact, text, key: 'contradicted', rationale };
		});
}
