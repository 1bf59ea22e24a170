import { originOf } from '../facts/corroboration.ts';
import { daysOf } from '../facts/dates.ts';
import { capitalise } from '../facts/naming.ts';
import { group, need } from '../facts/pack.ts';
import type { Evidence, Fact, Source } from '../facts/schema.ts';
import { sentence } from '../facts/wording.ts';
import { byId, relationOf, type Writing } from './context.ts';
import { tellingWords } from './flaws/telling.ts';
import { countFirst } from './sorted.ts';

/** A statement of a report that an established fact shows to be wrong. */
export interface Slip {
	fact: Fact;
	source: Source;
	text: string;
	evidence: Evidence;
}

/** What a report says on a fact, where the editors put it as a clause: "that hundreds died". */
export function slipsOf(fact: Fact, { index }: Writing): Slip[] {
	return fact.evidence.flatMap((evidence): Slip[] => {
		const { says, stance } = evidence;
		if (stance !== 'contradicts' && stance !== 'mistranslates') return [];
		if (typeof says !== 'string' || !says.startsWith('that ')) return [];
		const source = need(index.source, evidence.source, 'source');
		return [{ fact, source, text: `${capitalise(says.slice('that '.length))}.`, evidence }];
	});
}

/** A statement of a report that another voice bears out. */
export interface Sound {
	fact: Fact;
	source: Source;
	text: string;
}

/** The established statements of a report that an independent voice supports too, apart from a point in doubt. */
export function soundOf(source: Source, slip: Slip, about: RegExp, { index }: Writing): Sound[] {
	const own = originOf(source, index);
	return [...(index.factsBySource.get(source.id) ?? [])].sort(byId).flatMap((fact) => {
		const backed = fact.evidence.filter(({ stance }) => stance === 'supports');
		const here = backed.some((one) => one.source === source.id);
		const elsewhere = backed.some(
			(one) => originOf(need(index.source, one.source, 'source'), index) !== own
		);
		const disputed = fact.evidence.some(
			({ stance }) => stance === 'contradicts' || stance === 'mistranslates'
		);
		const same = fact === slip.fact || (fact.about !== undefined && fact.about === slip.fact.about);
		// An office says too little to be doubted beside the rest.
		const office = relationOf(fact, index).roles['subject'] === 'person';
		const plain =
			!office && fact.standing === 'established' && !fact.subjects && !disputed && !same;
		if (!plain || !here || !elsewhere) return [];
		const text = sentence(fact, index);
		return about.test(`${text} ${fact.statement}`) ? [] : [{ fact, source, text }];
	});
}

/** Statements that share words with the slip first, then those of its length. */
export function nearestOf(list: readonly Sound[], slip: Slip): Sound[] {
	const words = tellingWords(slip.text);
	const shared = ({ text }: Sound) =>
		[...tellingWords(text)].filter((one) => words.has(one)).length;
	const distance = ({ text }: Sound) => Math.abs(text.length - slip.text.length);
	return [...list].sort(
		(a, b) =>
			Number(shared(b) > 0) - Number(shared(a) > 0) ||
			distance(a) - distance(b) ||
			byId(a.fact, b.fact)
	);
}

/** How many reports of a topic, by day, may stand beside one. */
const company = 12;

const dayOf = ({ published }: Source): number => daysOf(published).first;

/** The reports that bear on facts of each topic, by day. */
export function reportsByTopic({ index }: Writing): Map<string, Source[]> {
	const reports = index.pack.sources
		.filter(({ kind }) => kind !== 'primary-document' && kind !== 'reference')
		.sort((a, b) => dayOf(a) - dayOf(b) || byId(a, b));
	return group(reports, ({ id }) => (index.factsBySource.get(id) ?? []).map(({ topic }) => topic));
}

/** Of reports in order those nearest to a day, and who share a day with the farthest of them. */
function nearestTo(day: number, reports: readonly Source[]): Source[] {
	const at = countFirst(reports, (one) => dayOf(one) < day);
	const [first] = reports.slice(Math.max(0, at - company - 1));
	const from = countFirst(reports, (one) => first !== undefined && dayOf(one) < dayOf(first));
	return reports.slice(from, at + company + 1);
}

/** The reports of the matter nearest in time, each with its sound statements: at most one option of each is taken. */
export function reportsAround(
	{ fact, source }: Slip,
	reports: Map<string, Source[]>,
	{ index }: Writing
): Source[] {
	const own = (index.factsBySource.get(source.id) ?? []).map(({ topic }) => topic);
	const day = dayOf(source);
	const distance = (one: Source) => Math.abs(dayOf(one) - day);
	const topics = [...new Set([fact.topic, ...own])];
	const near = topics.flatMap((topic) => nearestTo(day, reports.get(topic) ?? []));
	return [...new Set(near)]
		.filter((one) => one !== source)
		.sort((a, b) => distance(a) - distance(b) || byId(a, b))
		.slice(0, company);
}
