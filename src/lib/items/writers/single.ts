import { optionText } from '../../facts/naming.ts';
import { roleOf } from '../../facts/pack.ts';
import type { Fact, RoleValue } from '../../facts/schema.ts';
import { word } from '../../facts/wording.ts';
import { choose, type Candidate } from '../choose.ts';
import { relationOf, type Writing } from '../context.ts';
import { distractorsFor, orderOf, type Distractor } from '../distractors.ts';
import { common, levelOf, option, scrambled, type Draft, type Writer } from '../draft.ts';
import { optionFlaw } from '../flaws/options.ts';
import { rationaleOf } from '../rationale.ts';
import { askedValue, isCount, isDate } from '../values.ts';

const years = (text: string): string[] => text.match(/\b1[89]\d\d\b|\b20\d\d\b/g) ?? [];

/** Options that miss the year of the stem could be struck out without knowing anything. */
const fitsStem = (stem: string, key: string, text: string): boolean =>
	years(stem)
		.filter((year) => years(key).includes(year))
		.every((year) => years(text).includes(year));

/** A part is smaller than the whole that the stem names: "42 of the first 50". */
function fitsNumbers(stem: string, key: RoleValue, value: RoleValue): boolean {
	if (!isCount(key) || !isCount(value)) return true;
	const plain = stem.replace(/\d{1,2} [A-Z][a-z]+ \d{4}/g, ' ').replaceAll(',', '');
	const wholes = (plain.match(/\b\d+\b/g) ?? []).map(Number).filter((whole) => whole > key.count);
	return wholes.every((whole) => value.count < whole || years(`${whole}`).length > 0);
}

function candidates(
	fact: Fact,
	slot: string,
	key: RoleValue,
	writing: Writing,
	show: (value: RoleValue) => string
): Candidate<Distractor>[] {
	const keyOrder = orderOf(key);
	const list = distractorsFor(fact, slot, writing).map((of) => ({
		text: show(of.value),
		order: orderOf(of.value),
		of
	}));
	if (keyOrder === undefined) return list;
	const distance = ({ order = 0 }: Candidate<Distractor>) => Math.abs(order - keyOrder);
	return list.sort((a, b) => distance(a) - distance(b));
}

function write(fact: Fact, slot: string, writing: Writing): Draft<'single'> | string {
	const { index } = writing;
	const relation = relationOf(fact, index);
	const given = roleOf(fact, slot);
	const template = relation.ask[slot];
	if (given === undefined || template === undefined) return 'nothing to ask for';
	const id = `${fact.id}.single.${slot}`;
	const key = askedValue(given);
	const value = roleOf(fact, relation.value);
	const naming = {
		undated: isDate(key) || isDate(value),
		plain: relation.roles['object'] === 'phrase' && slot === 'object',
		day: fact['as-of'] ?? fact.attribution?.['as-of']
	};
	const optionNaming = { ...naming, plain: typeof key === 'string' && slot !== relation.value };
	const show = (value: RoleValue) => optionText(value, index, optionNaming);
	const shown = value === undefined ? {} : { [relation.value]: askedValue(value) };
	const stem = word(template, fact, index, naming, shown);
	const keyText = show(key);
	const fitting = candidates(fact, slot, key, writing, show).filter(
		({ text, of }) =>
			fitsStem(stem, keyText, text) && fitsNumbers(stem, key, of.value) && !stem.includes(text)
	);
	let flaw = fitting.length < 2 ? 'fewer than two proved distractors' : '';
	const chosen = choose(id, orderOf(key), fitting, (set) => {
		const found = optionFlaw(
			stem,
			keyText,
			set.map(({ text }) => text)
		);
		if (found) flaw = found;
		return !found;
	});
	if (!chosen) return flaw || 'no set of options in order';

	const ordered = orderOf(key) !== undefined;
	const all = [
		{ order: orderOf(key) ?? 0, option: option(id, keyText, true, rationaleOf(fact)) },
		...chosen.map(({ text, order = 0, of }) => ({
			order,
			option: option(id, text, false, of.proof)
		}))
	];
	const options = all.sort((a, b) => a.order - b.order).map(({ option }) => option);
	return {
		...common({
			id,
			kind: 'single',
			level: levelOf(fact, slot, writing),
			slot: `${fact.id}.${slot}`,
			stem,
			from: [fact],
			asks: [`${fact.id}.${slot}`],
			rationales: options.map(({ rationale }) => rationale)
		}),
		options: ordered ? options : scrambled(options),
		ordered
	};
}

/** Single best answer: one slot of one fact, wrong options proved by the fact base. */
export const writeSingles: Writer<'single'> = (writing, drop) =>
	writing.keyable.flatMap((fact) =>
		Object.keys(relationOf(fact, writing.index).ask)
			.filter((slot) => slot !== 'subjects' && roleOf(fact, slot) !== undefined)
			.flatMap((slot) => {
				const draft = write(fact, slot, writing);
				if (typeof draft !== 'string') return [draft];
				drop({ id: `${fact.id}.single.${slot}`, why: draft });
				return [];
			})
	);
