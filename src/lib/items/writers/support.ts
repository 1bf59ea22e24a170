import { monthNames } from '../../facts/dates.ts';
import { capitalise } from '../../facts/naming.ts';
import { roleOf } from '../../facts/pack.ts';
import type { Fact, RoleValue, Source } from '../../facts/schema.ts';
import { sentence } from '../../facts/wording.ts';
import { shareAbsent } from '../carried.ts';
import { relationOf, valueOf, type Writing } from '../context.ts';
import { digestFacts, digestText } from '../digest.ts';
import { distractorsFor, orderOf } from '../distractors.ts';
import { common, partId, scrambled, type Draft, type Writer } from '../draft.ts';
import { isLoose } from '../flaws/terms.ts';
import { hash, hashOrder, shortHash } from '../hash.ts';
import type { Rationale, SupportItem, Verdict } from '../item.ts';
import { citationsIn, citationsOf } from '../rationale.ts';
import { readOf } from '../reports.ts';
import { isCount, isDate } from '../values.ts';

type Row = { fact: Fact; text: string; key: Verdict; rationale: Rationale };

/** The ways in which a fact can stand in a row: its statement, and its relation's wording where that one asks for it. */
function wordings(fact: Fact, { index }: Writing): string[] {
	const relation = relationOf(fact, index);
	const value = valueOf(fact, relation);
	const isListed =
		typeof value === 'object' && 'phrase' in value && !(relation.value in relation.ask);
	const statement = fact.statement.endsWith('.') ? fact.statement : `${fact.statement}.`;
	return isListed ? [statement] : [statement, sentence(fact, index)];
}

const told = (fact: Fact, source: Source, before = ''): Rationale => ({
	text: `${before}${fact.statement}`,
	facts: [fact.id],
	sources: citationsIn(fact, source)
});

/** What the digest states and this report is evidence for. */
function stated(source: Source, { index }: Writing): Fact[] {
	return digestFacts(source.digest ?? '').flatMap((id) => {
		const fact = index.fact.get(id);
		const here = fact?.evidence.some(
			(evidence) => evidence.source === source.id && evidence.stance === 'supports'
		);
		return fact && here && !fact.subjects ? [fact] : [];
	});
}

/** The numbers and the months that a text names. */
const figures = (text: string): string[] => {
	const plain = text.replace(/(\d),(?=\d)/g, '$1');
	return [...(plain.match(/\d+/g) ?? []), ...monthNames.filter((month) => plain.includes(month))];
};

/** A row of which more than this share of the words is not in the digest asks for more than reading. */
const mostAbsent = 0.45;

/**
 * What the digest itself lets a candidate judge: in the wording that is nearest to it, with no figure or day that it does
 * not show. What the base knows more exactly than the report is left out.
 */
function supported(source: Source, writing: Writing): Row[] {
	const digest = `${digestText(source.digest ?? '')} ${source.called}`;
	const shown = new Set(figures(digest));
	return stated(source, writing).flatMap((fact): Row[] => {
		const [best] = wordings(fact, writing)
			.filter((text) => figures(text).every((figure) => shown.has(figure)))
			.map((text) => ({ text, absent: shareAbsent(text, digest) }))
			.sort((one, other) => one.absent - other.absent);
		if (!best || best.absent > mostAbsent) return [];
		return [{ fact, text: best.text, key: 'supported', rationale: told(fact, source) }];
	});
}

const otherwise = (source: Source): string =>
	`${capitalise(readOf(source, 'the'))} says otherwise. `;

/** Statements that the editors know a careless reader to take from the report. */
const misread = (source: Source, { index }: Writing): Row[] =>
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

/** The same statement with the nearest date or number that is proved wrong: the report gives the right one. */
function contradicted(fact: Fact, source: Source, writing: Writing): Row[] {
	const relation = relationOf(fact, writing.index);
	const value = valueOf(fact, relation);
	if (fact.standing === 'contested' || !(relation.value in relation.ask)) return [];
	if ((!isDate(value) && !isCount(value)) || isManifold(fact, writing)) return [];
	const place = orderOf(value) ?? 0;
	const away = (other: RoleValue) => Math.abs((orderOf(other) ?? 0) - place);
	const [near] = distractorsFor(fact, relation.value, writing).sort(
		(a, b) => away(a.value) - away(b.value)
	);
	if (!near) return [];
	const text = sentence(fact, writing.index, { [relation.value]: near.value });
	return [{ fact, text, key: 'contradicted', rationale: told(fact, source, otherwise(source)) }];
}

/** Words that lean on a neighbour, or name the report that a statement was read in. */
const leaning = /;|\b(?:also|another|report)\b/;

/** The statement, unless it leans on others or is much longer than the relation's wording. */
function plainly(fact: Fact, writing: Writing): string {
	const [statement = fact.statement, worded = statement] = wordings(fact, writing);
	const isLong = statement.length > worded.length * 1.4;
	return leaning.test(statement) || isLong ? worded : statement;
}

function notStated(source: Source, writing: Writing): Row[] {
	const silence = `${capitalise(readOf(source, 'the'))} says nothing of this. `;
	return source['silent-on'].flatMap((id): Row[] => {
		const fact = writing.index.fact.get(id);
		if (!fact || fact.subjects) return [];
		const text = plainly(fact, writing);
		const sources = citationsOf(fact);
		const rationale = { text: `${silence}${fact.statement}`, facts: [id], sources };
		return [{ fact, text, key: 'not-stated', rationale }];
	});
}

/** Rows per verdict; which pattern an item has depends on its name, so that none can be counted on. */
const patterns: Verdict[][] = [
	['supported', 'contradicted', 'not-stated'],
	['supported', 'supported', 'not-stated'],
	['supported', 'contradicted', 'contradicted'],
	['contradicted', 'supported', 'not-stated'],
	['supported', 'supported', 'contradicted'],
	['supported', 'not-stated', 'not-stated'],
	['contradicted', 'not-stated', 'not-stated']
];

/** Further items on one report would only turn it over again. */
const mostItems = 3;

const nameOf = ({ key, fact, text }: Row): string =>
	key === 'contradicted' ? `${key} ${text}` : `${key} ${fact.id}`;

/** Unused rows for a pattern, no two on one fact or one point; undefined when the pools don't have them. */
function fill(
	pattern: readonly Verdict[],
	pools: Record<Verdict, Row[]>,
	used: ReadonlySet<string>
): [Row, ...Row[]] | undefined {
	const rows: Row[] = [];
	for (const verdict of pattern) {
		const apart = ({ fact }: Row) =>
			rows.every(
				(one) => one.fact.id !== fact.id && (!fact.about || one.fact.about !== fact.about)
			);
		const row = pools[verdict].find((one) => !used.has(nameOf(one)) && apart(one));
		if (!row) return undefined;
		rows.push(row);
	}
	const [first, ...rest] = rows;
	return first && [first, ...rest];
}

function poolsOf(source: Source, writing: Writing): Record<Verdict, Row[]> {
	const name = `support/${source.id}`;
	const mistakes =
		source.misreadings.length > 0
			? misread(source, writing)
			: stated(source, writing).flatMap((fact) => contradicted(fact, source, writing));
	const pool = (rows: Row[]) =>
		hashOrder(
			rows.filter(({ text }) => !isLoose(text)),
			name,
			({ fact, text }) => `${fact.id} ${text}`
		);
	return {
		supported: pool(supported(source, writing)),
		contradicted: pool(mistakes),
		'not-stated': pool(notStated(source, writing))
	};
}

function writeReport(source: Source, writing: Writing): Draft<'support'>[] {
	if (source.digest === undefined) return [];
	const pools = poolsOf(source, writing);
	const used = new Set<string>();
	const drafts: Draft<'support'>[] = [];
	const printed = digestFacts(source.digest);
	while (drafts.length < mostItems) {
		const first = hash(`support/${source.id}/${drafts.length}`) % patterns.length;
		// The pattern that is due, or the next one that the pools still fill.
		const rows = [...patterns.slice(first), ...patterns.slice(0, first)]
			.map((pattern) => fill(pattern, pools, used))
			.find((filled) => filled !== undefined);
		if (!rows) break;
		for (const row of rows) used.add(nameOf(row));
		drafts.push(draft(source, rows[0], rows.slice(1), printed));
	}
	return drafts;
}

function draft(source: Source, first: Row, more: Row[], printed: string[]): Draft<'support'> {
	const all = [first, ...more];
	const variant = first.key === 'contradicted' ? `.${shortHash(first.text)}` : '';
	const id = `${first.fact.id}.support.${source.id}${variant}`;
	const rows: SupportItem['rows'] = all.map(({ text, key, rationale }) => ({
		id: partId(id, text),
		text,
		key,
		rationale
	}));
	return {
		...common({
			id,
			kind: 'support',
			level: 'source-reasoning',
			slot: `${all
				.map(({ fact }) => fact.id)
				.sort()
				.join('+')}.support.${source.id}`,
			stem: `What does ${readOf(source, 'the')} say?`,
			from: [first.fact, ...more.map(({ fact }) => fact)],
			asks: all.map(({ fact }) => `${fact.id}.support.${source.id}`),
			printed,
			rationales: rows.map(({ rationale }) => rationale)
		}),
		report: { source: source.id, digest: digestText(source.digest ?? '') },
		rows: scrambled(rows)
	};
}

/** Supported, contradicted or not stated: statements judged by a report, or the part of it that we hold, with its digest shown. */
export const writeSupport: Writer<'support'> = (writing) =>
	writing.index.pack.sources.flatMap((source) => writeReport(source, writing));
