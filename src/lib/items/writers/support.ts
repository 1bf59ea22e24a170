import { group } from '../../facts/pack.ts';
import type { Source } from '../../facts/schema.ts';
import type { Writing } from '../context.ts';
import { digestFacts, digestText } from '../digest.ts';
import { common, partId, scrambled, type Draft, type Writer } from '../draft.ts';
import { hash, shortHash } from '../hash.ts';
import type { SupportItem, Verdict } from '../item.ts';
import { readOf } from '../reports.ts';
import type { Row } from './support-row.ts';
import { poolsOf } from './support-rows.ts';
import { fill, nameOf } from './support-set.ts';

/** Rows per verdict; which pattern an item has depends on its name, so that none can be counted on. */
const patterns: Verdict[][] = [
	['supported', 'contradicted', 'not-stated'],
	['supported', 'supported', 'not-stated'],
	['supported', 'contradicted', 'contradicted'],
	['contradicted', 'contradicted', 'not-stated'],
	['supported', 'supported', 'contradicted'],
	['supported', 'not-stated', 'not-stated'],
	['contradicted', 'not-stated', 'not-stated']
];

/** Further items on one report would only turn it over again. */
const mostItems = 6;
/** So many patterns are chosen from. */
const due = 3;
function writeReport(source: Source, writing: Writing): Draft<'support'>[] {
	if (source.digest === undefined) return [];
	const pools = poolsOf(source, writing);
	const used = new Set<string>();
	const drafts: Draft<'support'>[] = [];
	const printed = digestFacts(source.digest);
	while (drafts.length < mostItems) {
		const name = `support/${source.id}/${drafts.length}`;
		const first = hash(name) % patterns.length;
		// Of the patterns that are due and that the pools still fill, the one whose rows look most as they should.
		const filled = Iterator.from([...patterns.slice(first), ...patterns.slice(0, first)])
			.flatMap((pattern) => [fill(pattern, pools, used, name) ?? []].flat())
			.take(due);
		const [rows] = [...filled].sort((a, b) => a.far - b.far).map(({ rows }) => rows);
		if (!rows) break;
		for (const row of rows) used.add(nameOf(row));
		drafts.push(draft(source, rows[0], rows.slice(1), printed));
	}
	return drafts;
}

/** The topic of most rows, the first row's where several come up as often. */
function topicOf(rows: readonly Row[]): string {
	const byTopic = [...group(rows, ({ fact }) => [fact.topic])];
	const [[topic] = ['']] = byTopic.sort(([, a], [, b]) => b.length - a.length);
	return topic;
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
		topic: topicOf(all),
		report: { source: source.id, digest: digestText(source.digest ?? '') },
		rows: scrambled(rows)
	};
}

/** Supported, contradicted or not stated: statements judged by a report, or the part of it that we hold, with its digest shown. */
export const writeSupport: Writer<'support'> = (writing) =>
	writing.index.pack.sources.flatMap((source) => writeReport(source, writing));
