import { nameOf, valueText } from '../facts/naming.ts';
import { roleOf } from '../facts/pack.ts';
import type { Entity, Fact, Source } from '../facts/schema.ts';
import type { Writing } from './context.ts';
import type { Speakers } from './speakers.ts';

/** Words of somebody in a report, of which it is asked whose they are. */
export interface Question {
	fact: Fact;
	source: Source;
	speaker: Entity;
	/** The day of the words. */
	day: string;
	speakers: Speakers;
	writing: Writing;
}

/**
 * As an option names them: someone with the title of that day, or a body by its short name (by letters alone nobody knows
 * it), without an article.
 */
export function speakerName(entity: Entity, day: string, plain = false): string {
	const { kind, name, short = name } = entity;
	if (kind === 'person') return nameOf(entity, { day, plain });
	return /^[A-Z]{3,}$/.test(short) ? name : short;
}

/** All that the stem will print of the words themselves. */
export function wordsOf({ fact, writing }: Question): string {
	const values = ['object', 'of', 'subject'].flatMap((role) => roleOf(fact, role) ?? []);
	return values.map((value) => valueText(value, writing.index)).join(' ');
}

/** What a text may call somebody. */
export const namesOf = ({ name, short, aliases }: Entity): string[] =>
	[name, short ?? name, ...aliases].filter((one) => one.length > 2);

/** Whether somebody is, or belongs to, a side of the sourcebook. */
export const isParty = ({ id, side }: Entity, { index }: Writing): boolean =>
	index.pack.sourcebook.sides.some((one) => one.id === side || one.id === id);

/** Whether the words themselves point to a side: they are disputed, blame someone, or name the speaker's own state. */
export function pointsToSide(question: Question): boolean {
	const { fact, speaker, writing } = question;
	const { index } = writing;
	const home = index.entity.get(speaker.side ?? speaker.id);
	const words = wordsOf(question);
	const named = home
		? [...namesOf(home), ...home.adjectives].some((name) => words.includes(name))
		: false;
	return named || fact.against !== undefined || fact.standing === 'contested';
}
