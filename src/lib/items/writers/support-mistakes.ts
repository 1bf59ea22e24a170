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
import { isCount, isDate } from '../values.ts';
import { told, type Row } from './support-row.ts';

const otherwise = (source: Source): string =>
	`${capitalise(readOf(source, 'the'))} says otherwise. `;

/** Statements that the editors know a careless reader to take from the report. */
export const misread = (source: Source, { index }: Writing): Row[] =>
	source.misreadings.flatMap(({ fact: id, reads }): Row[] => {
		const fact = index.fact.get(id);
		if (!fact) return [];
		const rationale = told(fact, source, otherwise(source));
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
function showsValue(value: RoleValue, digest: string, index: Index): boolean {
	const shown = tellingWords(digest);
	return isDate(value) || [...tellingWords(valueText(value, index))].every((one) => shown.has(one));
}

/** What stands where many things are meant: "one months". */
const isOne = (value: RoleValue): boolean => isCount(value) && value.count === 1;

const worded = new WeakMap<Writing, Map<Fact, string[]>>();

/** A fact with the nearest values that are proved wrong, in its relation's words; found once for all reports. */
function wrongly(fact: Fact, value: RoleValue, writing: Writing): string[] {
	const known = worded.get(writing) ?? new Map<Fact, string[]>();
	worded.set(writing, known);
	const found = known.get(fact);
	if (found) return found;
	const { value: role } = relationOf(fact, writing.index);
	const place = orderOf(value) ?? 0;
	const away = (other: RoleValue) => Math.abs((orderOf(other) ?? 0) - place);
	const texts = distractorsFor(fact, role, writing)
		.filter((one) => !isOne(one.value))
		.sort((a, b) => away(a.value) - away(b.value))
		.slice(0, perFact)
		.map((wrong) => sentence(fact, writing.index, { [role]: wrong.value }));
	known.set(fact, texts);
	return texts;
}

/** The same statement with the nearest values that are proved wrong: the digest shows the right one. */
export function contradicted(fact: Fact, source: Source, writing: Writing): Row[] {
	const relation = relationOf(fact, writing.index);
	const value = valueOf(fact, relation);
	if (fact.standing === 'contested' || !(relation.value in relation.ask)) return [];
	// Nobody takes a president for a minister: offices and claims are left to the editors.
	const isPlain = typeof value === 'string' || (value && (isDate(value) || isCount(value)));
	if (!isPlain || (isDate(value) && isManifold(fact, writing))) return [];
	if (!showsValue(value, digestText(source.digest ?? ''), writing.index)) return [];
	if (isFamous(roleOf(fact, 'subject'), writing.index)) return [];
	const rationale = told(fact, source, otherwise(source));
	return wrongly(fact, value, writing).map((text) => ({
		fact,
		text,
		key: 'contradicted',
		rationale
	}));
}
