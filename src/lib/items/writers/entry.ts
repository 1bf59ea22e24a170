import { group, roleOf } from '../../facts/pack.ts';
import type { CountValue, Fact, RoleValue } from '../../facts/schema.ts';
import { word } from '../../facts/wording.ts';
import { isTyped, relationOf, type Writing } from '../context.ts';
import { common, levelOf, type Writer } from '../draft.ts';
import { rationaleOf } from '../rationale.ts';
import { roughly } from '../roughly.ts';
import { askedDate, isCount, isDate } from '../values.ts';
import { precisionOf } from '../../facts/dates.ts';

/** A slot to be filled in, and its value. */
interface Asked {
	fact: Fact;
	slot: string;
	value: RoleValue;
}

/** The parts that date and number entry share. */
function entry<K extends 'date' | 'number'>(
	{ fact, slot, value }: Asked,
	kind: K,
	writing: Writing
) {
	const template = relationOf(fact, writing.index).ask[slot] ?? '';
	const rationale = rationaleOf(fact);
	return {
		...common({
			id: `${fact.id}.${kind}.${slot}`,
			kind,
			level: levelOf(fact, slot, writing),
			slot: `${fact.id}.${slot}`,
			stem: roughly(word(template, fact, writing.index, { undated: kind === 'date' }), value),
			from: [fact],
			asks: [`${fact.id}.${slot}`],
			rationales: [rationale]
		}),
		rationale
	};
}

function entrySlots(writing: Writing): Asked[] {
	return writing.keyable.filter(isTyped).flatMap((fact) => {
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
		const draft = { ...entry({ fact, slot, value }, 'date', writing), key: date, worth };
		return /\b(?:1[89]|20)\d\d\b/.test(draft.stem) && draft.stem.includes(date.slice(0, 4))
			? []
			: [draft];
	});

/** What differs by less is the same figure, rounded. */
const rounding = 0.005;

/** What a figure could be taken for: another one of the same topic, in the same unit. */
function countedAs(fact: Fact): string[] {
	const value = roleOf(fact, 'object');
	return value && isCount(value) ? [`${fact.topic} ${value.unit ?? ''}`] : [];
}

/** Every other figure that these facts or their sources give, whoever gave it and on whichever day. */
function othersOf(fact: Fact, { count }: CountValue, same: readonly Fact[]): number[] {
	const figures = [...same, fact].flatMap((one) => {
		const value = roleOf(one, 'object');
		const says = one.evidence.flatMap((evidence) => evidence.says ?? []);
		return [...(isCount(value) ? [value.count] : []), ...says.map(Number)];
	});
	return figures.filter((figure) => Math.abs(figure - count) > Math.abs(count) * rounding);
}

/** The share by which an answer may be off. Nobody need know to the unit which toll a party gave. */
const shareOf = ({ standing }: Fact, { count, qualifier }: CountValue): number =>
	standing === 'attributed' ? 0.1 : qualifier === 'about' && Number.isInteger(count) ? 0.1 : 0.05;

/** How far off an answer may be: nothing up to twenty, and never so far that another figure of the topic would be right. */
function toleranceOf(fact: Fact, value: CountValue, beside: readonly Fact[]): number {
	const { count, qualifier, unit } = value;
	const isTerm = unit === 'years'; // a treaty runs for 49 years, or it does not
	if ((Math.abs(count) <= small || isTerm) && qualifier !== 'about') return 0;
	const gaps = othersOf(fact, value, beside).map((other) => Math.abs(other - count));
	return Math.min(Math.abs(count) * shareOf(fact, value), ...gaps.map((gap) => gap * 0.49));
}

/** A figure that one party gave is worth typing in only where it is short and no other figure comes near it. */
function isKnownByHeart(fact: Fact, value: CountValue, beside: readonly Fact[]): boolean {
	if (fact.standing !== 'attributed') return true;
	const digits = String(Math.abs(value.count)).replace(/\.?0+$/, '').length;
	const isSame = (one: Fact) =>
		one.relation === fact.relation &&
		['subject', 'of'].every((role) => roleOf(one, role) === roleOf(fact, role));
	const near = othersOf(fact, value, beside.filter(isSame)).some(
		(other) => Math.abs(other - value.count) <= Math.abs(value.count) * 0.05
	);
	return digits <= 3 && !near;
}

/** Nobody has hundredths by heart. */
const isHundredths = ({ count }: CountValue): boolean => /\.\d\d/.test(String(count));

const small = 20;

/** Number entry: exact numbers and "about"; "more than" has no single answer. */
export const writeNumbers: Writer<'number'> = (writing) => {
	const counted = group(writing.index.pack.facts, countedAs);
	return entrySlots(writing).flatMap(({ fact, slot, value }) => {
		if (!isCount(value) || !['exact', 'about'].includes(value.qualifier)) return [];
		// A party's small count of one day is nothing to know by heart, and nothing near it would be right.
		if (fact.standing === 'attributed' && value.count <= small) return [];
		const beside = countedAs(fact).flatMap((name) => counted.get(name) ?? []);
		if (!isKnownByHeart(fact, value, beside) || isHundredths(value)) return [];
		return [
			{
				...entry({ fact, slot, value }, 'number', writing),
				key: value.count,
				tolerance: toleranceOf(fact, value, beside),
				unit: value.unit ?? ''
			}
		];
	});
};
