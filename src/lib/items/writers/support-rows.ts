import { daysOf } from '../../facts/dates.ts';
import { capitalise } from '../../facts/naming.ts';
import { roleOf } from '../../facts/pack.ts';
import type { Fact, Source } from '../../facts/schema.ts';
import { sentence } from '../../facts/wording.ts';
import { shareAbsent } from '../carried.ts';
import { relationOf, valueOf, type Writing } from '../context.ts';
import { digestFacts, digestText } from '../digest.ts';
import { isLoose } from '../flaws/terms.ts';
import { hashOrder } from '../hash.ts';
import type { Verdict } from '../item.ts';
import { citationsOf } from '../rationale.ts';
import { readOf } from '../reports.ts';
import { isDate, isPlace } from '../values.ts';
import { inItsYear, seen, showsFigures, type SeenRow } from './support-looks.ts';
import { contradicted, misread } from './support-mistakes.ts';
import { told, type Row } from './support-row.ts';

/** The ways in which a fact can stand in a row: its statement, and its relation's wording where that one asks for it. */
function wordings(fact: Fact, { index }: Writing): string[] {
	const relation = relationOf(fact, index);
	const value = valueOf(fact, relation);
	const isListed =
		typeof value === 'object' && 'phrase' in value && !(relation.value in relation.ask);
	const statement = fact.statement.endsWith('.') ? fact.statement : `${fact.statement}.`;
	const naming = { unplaced: isPlace(value, index) }; // no "meeting in Prague took place in Prague"
	return isListed ? [statement] : [statement, sentence(fact, index, {}, naming)];
}

/** Who held an office: a report names it in passing, and that it does not is no silence. */
const isOffice = (fact: Fact, { index }: Writing): boolean =>
	relationOf(fact, index)['at-event'] !== undefined;

/** What the digest states and this report is evidence for. */
function stated(source: Source, writing: Writing): Fact[] {
	return digestFacts(source.digest ?? '').flatMap((id) => {
		const fact = writing.index.fact.get(id);
		const here = fact?.evidence.some(
			(evidence) => evidence.source === source.id && evidence.stance === 'supports'
		);
		return fact && here && !fact.subjects && !isOffice(fact, writing) ? [fact] : [];
	});
}

/** Whether every state that a text names is named in the digest, or what belongs to it. */
function namesShownStates(text: string, digest: string, { index }: Writing): boolean {
	const states = index.pack.entities.filter(({ kind }) => kind === 'state');
	return states.every(
		({ name, aliases, adjectives = [] }) =>
			!text.includes(name) || [name, ...aliases, ...adjectives].some((one) => digest.includes(one))
	);
}

/** A row of which more than this share of the words is not in the digest asks for more than reading. */
const mostAbsent = 0.45;

/**
 * What the digest itself lets a candidate judge: with no figure, day or state that it does not show. What the base knows
 * more exactly than the report is left out.
 */
function supported(source: Source, writing: Writing): Row[] {
	const digest = `${digestText(source.digest ?? '')} ${source.called}`;
	return stated(source, writing).flatMap((fact) =>
		wordings(fact, writing)
			.filter((text) => showsFigures(text, digest))
			.filter((text) => namesShownStates(text, digest, writing))
			.filter((text) => shareAbsent(text, digest) <= mostAbsent)
			.map((text): Row => ({ fact, text, key: 'supported', rationale: told([fact], source) }))
	);
}

/** Words that lean on a neighbour, or name the report that a statement was read in. */
const leaning = /;|\b(?:also|another|report)\b/;

/** Whether a fact was said, or happened, after the day of a report: that the report is silent on it needs no reading. */
function isLater(fact: Fact, { published }: Source, { index }: Writing): boolean {
	const { order } = relationOf(fact, index);
	return ['as-of', order?.by ?? []].flat().some((role) => {
		const value = roleOf(fact, role);
		return isDate(value) && daysOf(value.date).first > daysOf(published).last;
	});
}

function notStated(source: Source, writing: Writing): Row[] {
	const silence = `${capitalise(readOf(source, 'the'))} says nothing of this. `;
	return source['silent-on'].flatMap((id): Row[] => {
		const fact = writing.index.fact.get(id);
		if (!fact || fact.subjects || isOffice(fact, writing) || isLater(fact, source, writing))
			return [];
		const sources = citationsOf(fact);
		const rationale = { text: `${silence}${fact.statement}`, facts: [id], sources };
		const [statement = fact.statement, ...worded] = wordings(fact, writing);
		return [...(leaning.test(statement) && worded.length > 0 ? [] : [statement]), ...worded].map(
			(text): Row => ({ fact, text, key: 'not-stated', rationale })
		);
	});
}

/** Longer statements are rarely wrong ones: their length would tell. */
const mostWords = 23;

/** All rows that a report gives, by verdict, in an order that depends on its name alone. */
export function poolsOf(source: Source, writing: Writing): Record<Verdict, SeenRow[]> {
	const name = `support/${source.id}`;
	const sound = supported(source, writing);
	const mistakes = [
		...misread(source, writing),
		...sound.flatMap(({ fact }) => contradicted(fact, source, writing))
	];
	const pool = (rows: Row[]) =>
		hashOrder(
			rows
				.filter(({ text }) => !isLoose(text))
				.map((row) => seen({ ...row, text: inItsYear(row.text, source) }, source))
				.filter(({ words }) => words <= mostWords),
			name,
			({ fact, text }) => `${fact.id} ${text}`
		);
	return {
		supported: pool(sound),
		contradicted: pool(mistakes),
		'not-stated': pool(notStated(source, writing))
	};
}
