import type { Fact, Source } from '../../facts/schema.ts';
import { sentence } from '../../facts/wording.ts';
import { relationOf, valueOf, type Writing } from '../context.ts';
import { digestFacts, digestText } from '../digest.ts';
import { distractorsFor } from '../distractors.ts';
import { common, partId, type Draft, type Writer } from '../draft.ts';
import { hash, hashOrder } from '../hash.ts';
import type { Citation, Rationale, SupportItem, Verdict } from '../item.ts';
import { citationsOf, rationaleOf } from '../rationale.ts';

type Row = { fact: Fact; text: string; key: Verdict; rationale: Rationale };

/** The place of a fact in one report comes first: the row is to be judged by that report. */
function inReport(fact: Fact, source: Source): Citation[] {
	return citationsOf(fact).sort(
		(a, b) => Number(b.source === source.id) - Number(a.source === source.id)
	);
}

function supported(source: Source, { index }: Writing): Row[] {
	const bound = digestFacts(source.digest ?? '');
	return bound.flatMap((id): Row[] => {
		const fact = index.fact.get(id);
		const here = fact?.evidence.some(
			(evidence) => evidence.source === source.id && evidence.stance === 'supports'
		);
		if (!fact || !here || fact.subjects) return [];
		const rationale = { ...rationaleOf(fact), sources: inReport(fact, source) };
		return [{ fact, text: sentence(fact, index), key: 'supported', rationale }];
	});
}

/** The same statement with the nearest value that is proved wrong: the report, which gives the right one, contradicts it. */
function contradicted({ fact, rationale }: Row, writing: Writing): Row[] {
	const relation = relationOf(fact, writing.index);
	if (fact.standing === 'contested' || !(relation.value in relation.ask)) return [];
	if (valueOf(fact, relation) === undefined) return [];
	const [near] = distractorsFor(fact, relation.value, writing);
	if (!near) return [];
	const text = sentence(fact, writing.index, { [relation.value]: near.value });
	return [{ fact, text, key: 'contradicted', rationale }];
}

function notStated(source: Source, { index }: Writing): Row[] {
	return source['silent-on'].flatMap((id): Row[] => {
		const fact = index.fact.get(id);
		if (!fact || fact.subjects) return [];
		return [{ fact, text: sentence(fact, index), key: 'not-stated', rationale: rationaleOf(fact) }];
	});
}

/** Rows per verdict; which pattern an item has depends on its name, so that none can be counted on. */
const patterns: Verdict[][] = [
	['supported', 'contradicted', 'not-stated'],
	['supported', 'supported', 'not-stated'],
	['supported', 'supported', 'contradicted'],
	['supported', 'not-stated', 'not-stated']
];

const nameOf = ({ key, fact }: Row): string => `${key} ${fact.id}`;

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

function writeReport(source: Source, writing: Writing): Draft<'support'>[] {
	if (source.digest === undefined || source.read !== 'in-full') return [];
	const name = `support/${source.id}`;
	const yes = hashOrder(supported(source, writing), name, ({ fact }) => fact.id);
	const pools: Record<Verdict, Row[]> = {
		supported: yes,
		contradicted: yes.flatMap((row) => contradicted(row, writing)),
		'not-stated': hashOrder(notStated(source, writing), name, ({ fact }) => fact.id)
	};
	const used = new Set<string>();
	const drafts: Draft<'support'>[] = [];
	const printed = digestFacts(source.digest);
	for (;;) {
		const first = hash(`${name}/${drafts.length}`) % patterns.length;
		// The pattern that is due, or the next one that the pools still fill.
		const rows = [...patterns.slice(first), ...patterns.slice(0, first)]
			.map((pattern) => fill(pattern, pools, used))
			.find((filled) => filled !== undefined);
		if (!rows) return drafts;
		for (const row of rows) used.add(nameOf(row));
		drafts.push(draft(source, rows[0], rows.slice(1), printed));
	}
}

function draft(source: Source, first: Row, more: Row[], printed: string[]): Draft<'support'> {
	const all = [first, ...more];
	const id = `${first.fact.id}.support.${source.id}`;
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
			stem: `What does ${source.called} say?`,
			from: [first.fact, ...more.map(({ fact }) => fact)],
			asks: all.map(({ fact }) => `${fact.id}.support.${source.id}`),
			printed,
			rationales: rows.map(({ rationale }) => rationale)
		}),
		report: { source: source.id, digest: digestText(source.digest ?? '') },
		rows
	};
}

/** Supported, contradicted or not stated: statements judged by a report that was read in full, with its digest shown. */
export const writeSupport: Writer<'support'> = (writing) =>
	writing.index.pack.sources.flatMap((source) => writeReport(source, writing));
