import { daysOf, formatDate, precisionOf } from './dates.ts';
import { need, type Index } from './pack.ts';
import type { CountValue, DateValue, Entity, RoleValue } from './schema.ts';

/** How a name is wanted: what else the sentence shows decides. */
export interface Naming {
	/** Name events without their year. */
	undated?: boolean;
	/** Name events without their place. */
	unplaced?: boolean;
	/** The day the sentence is about: decides a person's title. EDTF. */
	day?: string | undefined;
	/** Leave a person's title out (where the office is asked). */
	plain?: boolean;
}

/** The part of a text before its first capital or name keeps its case; sentences begin with a capital. */
export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The title a person is seen with on a day; the only one they have when no day is given. */
function titleOn(entity: Entity, day: string | undefined): string | undefined {
	if (day === undefined) return entity.roles.length === 1 ? entity.roles[0]?.title : undefined;
	const { first } = daysOf(day);
	return entity.roles.find(
		({ seen: [from, to] }) => daysOf(from).first <= first && first <= daysOf(to).last
	)?.title;
}

/** An entity as a noun phrase within a sentence: with its article, a person with the title of that day. */
export function nameOf(entity: Entity, naming: Naming = {}): string {
	const name =
		(naming.unplaced && entity.unplaced) || (naming.undated && entity.undated) || entity.name;
	if (entity.kind === 'person' && !naming.plain) {
		const title = titleOn(entity, naming.day);
		if (title) return `${title} ${name}`;
	}
	return entity.the ? `the ${name}` : name;
}

/** The short name within a sentence, where there is one. */
export const shortNameOf = (entity: Entity): string =>
	nameOf({ ...entity, name: entity.short ?? entity.name });

/** A place in the usage of someone other than the given side; its full name when no other usage is known. */
export function nameUnlike(entity: Entity, side: string | undefined): string {
	const other = Object.entries(entity.names).find(([of]) => of !== side);
	return other?.[1] ?? nameOf(entity);
}

const figures = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 });
const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** A number as running text has it: to ten in words, from 1,000 with a comma. */
export const formatNumber = (value: number): string => words[value] ?? figures.format(value);

const qualifiers = {
	exact: '',
	about: 'about ',
	'more-than': 'more than ',
	'at-least': 'at least ',
	'up-to': 'up to '
};

const singular: Record<string, string> = {
	weeks: 'week',
	days: 'day',
	years: 'year',
	hours: 'hour'
};

/** "six weeks", "about 50", "4,400 square kilometres". */
export function formatCount({ count, unit, qualifier }: CountValue): string {
	const noun = unit === undefined ? '' : ` ${count === 1 ? (singular[unit] ?? unit) : unit}`;
	return `${qualifiers[qualifier]}${formatNumber(count)}${noun}`;
}

const asks = { day: 'On which day', month: 'In which month', year: 'In which year' };

/** "On which day", "In which month", "In which year", by how exactly the date is worth knowing. */
export function askWhen({ date, worth }: DateValue): string {
	const given = precisionOf(date);
	if (given === 'year' || worth === 'year') return asks.year;
	return given === 'month' || worth === 'month' ? asks.month : asks.day;
}

/** The event as a clause in the past: "the centre opened", "the autonomy was abolished"; "the war took place". */
export function told(entity: Entity, naming: Naming): string {
	const { tells } = entity;
	if (!tells) return `${nameOf(entity, naming)} took place`;
	if ('past' in tells) return `${tells.who} ${tells.past}`;
	return `${tells.who} ${tells.plural ? 'were' : 'was'} ${tells.passive}`;
}

/** The event as the end of a question: "did the centre open", "was the autonomy abolished". */
export function asked(entity: Entity, naming: Naming): string {
	const { tells } = entity;
	if (!tells) return `did ${nameOf(entity, naming)} take place`;
	if ('base' in tells) return `did ${tells.who} ${tells.base}`;
	return `${tells.plural ? 'were' : 'was'} ${tells.who} ${tells.passive}`;
}

/** A value of a role as text within a sentence. */
export function valueText(value: RoleValue, index: Index, naming: Naming = {}): string {
	if (typeof value === 'string') return nameOf(need(index.entity, value, 'entity'), naming);
	if ('date' in value) return formatDate(value.date);
	if ('count' in value) return formatCount(value);
	return 'claim' in value ? value.claim : value.phrase;
}

/** A value as one of several to choose from within a sentence: dates and numbers in figures, names in full. */
export function choiceText(value: RoleValue, index: Index, naming: Naming = {}): string {
	if (typeof value === 'object' && 'count' in value) {
		const { count, unit } = value;
		const number = figures.format(count);
		const noun = unit === undefined ? '' : ` ${count === 1 ? (singular[unit] ?? unit) : unit}`;
		return `${number}${noun}`;
	}
	return valueText(value, index, naming);
}

/** A value as an option stands in a list: with a capital. */
export const optionText = (value: RoleValue, index: Index, naming: Naming = {}): string =>
	capitalise(choiceText(value, index, naming));
