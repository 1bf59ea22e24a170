import { roleOf } from '../../facts/pack.ts';
import type { CountValue, Fact, RoleValue } from '../../facts/schema.ts';
import { word } from '../../facts/wording.ts';
import { relationOf, type Writing } from '../context.ts';
import { common, levelOf, type Writer } from '../draft.ts';
import { rationaleOf } from '../rationale.ts';
import { askedDate, isCount, isDate } from '../values.ts';
import { precisionOf } from '../../facts/dates.ts';

/** The parts that date and number entry share. */
function entry<K extends 'date' | 'number'>(fact: Fact, slot: string, kind: K, writing: Writing) {
	const template = relationOf(fact, writing.index).ask[slot] ?? '';
	const rationale = rationaleOf(fact);
	return {
		...common({
			id: `${fact.id}.${kind}.${slot}`,
			kind,
			level: levelOf(fact, slot, writing),
			slot: `${fact.id}.${slot}`,
			stem: word(template, fact, writing.index, { undated: kind === 'date' }),
			from: [fact],
			asks: [`${fact.id}.${slot}`],
			rationales: [rationale]
		}),
		rationale
	};
}

function entrySlots(writing: Writing): { fact: Fact; slot: string; value: RoleValue }[] {
	return writing.keyable.flatMap((fact) => {
		const { entry, ask } = relationOf(fact, writing.index);
		return entry.flatMap((slot) => {
			const value = roleOf(fact, slot);
			return value !== undefined && ask[slot] !== undefined ? [{ fact, slot, value }] : [];
		});
	});
}

/** Date entry: as exactly as the date is worth knowing. */
export const writeDates: Writer<'date'> = (writing) =>
	entrySlots(writing).flatMap(({ fact, slot, value }) => {
		if (!isDate(value) || precisionOf(value.date) === 'interval') return [];
		const { date } = askedDate(value);
		const worth = precisionOf(date) as 'day' | 'month' | 'year';
		const draft = { ...entry(fact, slot, 'date', writing), key: date, worth };
		return /\b(?:1[89]|20)\d\d\b/.test(draft.stem) && draft.stem.includes(date.slice(0, 4))
			? []
			: [draft];
	});

/** How far off an answer may be: nothing up to twenty, five per cent beyond, ten for "about". Nobody need know a toll to the unit. */
const toleranceOf = ({ count, qualifier }: CountValue): number => {
	if (qualifier === 'about') return Math.abs(count) * 0.1;
	return Math.abs(count) > 20 ? Math.abs(count) * 0.05 : 0;
};

/** Number entry: exact numbers and "about"; "more than" has no single answer. */
export const writeNumbers: Writer<'number'> = (writing) =>
	entrySlots(writing).flatMap(({ fact, slot, value }) => {
		if (!isCount(value) || !['exact', 'about'].includes(value.qualifier)) return [];
		return [
			{
				...entry(fact, slot, 'number', writing),
				key: value.count,
				tolerance: toleranceOf(value),
				unit: value.unit ?? ''
			}
		];
	});
