import { optionText } from '../../facts/naming.ts';
import { roleOf } from '../../facts/pack.ts';
import type { Fact, RoleValue } from '../../facts/schema.ts';
import { word } from '../../facts/wording.ts';
import { relationOf, type Writing } from '../context.ts';
import { common, levelOf, type Draft, type Writer } from '../draft.ts';
import { askedSlots, namingFor, offer } from '../offer.ts';
import { roughly } from '../roughly.ts';
import { askedValue } from '../values.ts';

function write(fact: Fact, slot: string, writing: Writing): Draft<'single'> | string {
	const { index } = writing;
	const relation = relationOf(fact, index);
	const given = roleOf(fact, slot);
	const template = relation.ask[slot];
	if (given === undefined || template === undefined) return 'nothing to ask for';
	const id = `${fact.id}.single.${slot}`;
	const key = askedValue(given);
	const naming = namingFor(fact, slot, key, writing);
	const value = roleOf(fact, relation.value);
	const shown = value === undefined ? {} : { [relation.value]: askedValue(value) };
	const stem = roughly(word(template, fact, index, naming.stem, shown), given);
	const show = (one: RoleValue) => optionText(one, index, naming.options);
	const offered = offer({ id, kind: 'single', fact, slot, key, stem, show }, writing);
	if (typeof offered === 'string') return offered;
	return {
		...common({
			id,
			kind: 'single',
			level: levelOf(fact, slot, writing),
			slot: `${fact.id}.${slot}`,
			stem,
			from: [fact],
			asks: [`${fact.id}.${slot}`],
			rationales: offered.options.map(({ rationale }) => rationale)
		}),
		...offered
	};
}

const written = new WeakMap<Writing, Map<string, Draft<'single'> | string>>();

/** The single-best-answer item on a slot, or why there is none; written once, for all kinds that look at it. */
export function singleOn(fact: Fact, slot: string, writing: Writing): Draft<'single'> | string {
	const drafts = written.get(writing) ?? new Map<string, Draft<'single'> | string>();
	written.set(writing, drafts);
	const name = `${fact.id}.${slot}`;
	const draft = drafts.get(name) ?? write(fact, slot, writing);
	drafts.set(name, draft);
	return draft;
}

/** Single best answer: one slot of one fact, wrong options proved by the fact base. */
export const writeSingles: Writer<'single'> = (writing, drop) =>
	askedSlots(writing).flatMap(({ fact, slot }) => {
		const draft = singleOn(fact, slot, writing);
		if (typeof draft !== 'string') return [draft];
		drop({ id: `${fact.id}.single.${slot}`, why: draft });
		return [];
	});
