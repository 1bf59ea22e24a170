import type { Source } from '../../facts/schema.ts';
import { shareAbsent } from '../carried.ts';
import type { Writing } from '../context.ts';
import { digestFacts, digestText } from '../digest.ts';
import { common, partId, scrambled, type Draft, type Writer } from '../draft.ts';
import { hash, shortHash } from '../hash.ts';
import type { SupportItem, Verdict } from '../item.ts';
import { readOf } from '../reports.ts';
import { poolsOf, type Row } from './support-rows.ts';

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

/** Of two statements in nearly the same words the second asks nothing new. */
const leastNew = 0.3;

/** Unused rows for a pattern, no two on one fact or one point; undefined when the pools don't have them. */
function fill(
	pattern: readonly Verdict[],
	pools: Record<Verdict, Row[]>,
	used: ReadonlySet<string>
): [Row, ...Row[]] | undefined {
	const rows: Row[] = [];
	for (const verdict of pattern) {
		const apart = ({ fact, text }: Row) =>
			rows.every(
				(one) =>
					one.fact.id !== fact.id &&
					(!fact.about || one.fact.about !== fact.about) &&
					(one.key !== verdict || shareAbsent(text, one.text) >= leastNew)
			);
		const row = pools[verdict].find((one) => !used.has(nameOf(one)) && apart(one));
		if (!row) return undefined;
		rows.push(row);
	}
	const [first, ...rest] = rows;
	return first && [first, ...rest];
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
