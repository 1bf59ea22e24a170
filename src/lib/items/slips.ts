import { originOf } from '../facts/corroboration.ts';
import { daysOf } from '../facts/dates.ts';
import { capitalise } from '../facts/naming.ts';
import { need } from '../facts/pack.ts';
import type { Evidence, Fact, Source } from '../facts/schema.ts';
import { sentence } from '../facts/wording.ts';
import { byId, relationOf, type Writing } from './context.ts';
import { tellingWords } from './flaws/telling.ts';

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

/** The reports of the matter nearest in time, each with its sound statements: at most one option of each is taken. */
export function reportsAround({ fact, source }: Slip, { index }: Writing): Source[] {
	const topics = new Set((index.factsBySource.get(source.id) ?? []).map(({ topic }) => topic));
	const ids = [fact.topic, ...topics].flatMap((topic) =>
		(index.factsByTopic.get(topic) ?? []).flatMap((one) =>
			one.evidence.map((evidence) => evidence.source)
		)
	);
	const day = daysOf(source.published).first;
	const distance = (one: Source) => Math.abs(daysOf(one.published).first - day);
	return [...new Set(ids)]
		.map((id) => need(index.source, id, 'source'))
		.filter((one) => one !== source && one.kind !== 'primary-document' && one.kind !== 'reference')
		.sort((a, b) => distance(a) - distance(b) || byId(a, b))
		.slice(0, company);
}
