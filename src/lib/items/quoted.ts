import { nameOf, valueText } from '../facts/naming.ts';
import { need, roleOf } from '../facts/pack.ts';
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
	/** All that the stem will print of the words themselves. */
	words: string;
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

/** All that a stem will print of the words of a fact. */
export function wordsOf(fact: Fact, { index }: Writing): string {
	const values = ['object', 'of', 'subject'].flatMap((role) => roleOf(fact, role) ?? []);
	return values.map((value) => valueText(value, index)).join(' ');
}

/** What a text may call somebody. */
export const namesOf = ({ name, short, aliases }: Entity): string[] =>
	[name, short ?? name, ...aliases].filter((one) => one.length > 2);

/** Whether somebody is, or belongs to, a side of the sourcebook. */
export const isParty = ({ id, side }: Entity, { index }: Writing): boolean =>
	index.pack.sourcebook.sides.some((one) => one.id === side || one.id === id);

/** Whether the words themselves point to a side: they are disputed, blame someone, or name the speaker's own state. */
export function pointsToSide({ fact, speaker, words, writing }: Question): boolean {
	const home = writing.index.entity.get(speaker.side ?? speaker.id);
	const named = home
		? [...namesOf(home), ...home.adjectives].some((name) => words.includes(name))
		: false;
	return named || fact.against !== undefined || fact.standing === 'contested';
}

/** A report tells what others said: who speaks in a paper of their own is no question. */
const isOwnPaper = ({ publisher, called }: Source, names: (string | undefined)[]): boolean =>
	names.some((name) => name !== undefined && (publisher.includes(name) || called.includes(name)));

/** An office prints its own: where the words come from one of the speaker's side, nobody else comes into question. */
function isOwnOffice(
	{ kind, publisher, called }: Source,
	speaker: Entity,
	{ ofSide }: Speakers
): boolean {
	if (kind !== 'official' || speaker.side === undefined) return false;
	const label = `${publisher} ${called}`;
	return (ofSide.get(speaker.side) ?? []).some((one) =>
		[...namesOf(one), ...one.adjectives].some((name) => label.includes(name))
	);
}

/** Somebody who is only described, "the local official", is no name to tell from others. */
const isNamed = ({ name, short = name }: Entity): boolean => /^\p{Lu}/u.test(short);

/** Words of a fact in a report as a question; or why they make none. */
export function questionOf(
	fact: Fact,
	source: Source,
	speakers: Speakers,
	writing: Writing
): Question | string {
	const by = roleOf(fact, 'by');
	const day = fact.attribution?.['as-of'];
	if (typeof by !== 'string' || day === undefined) return 'the fact rests on nobody’s word';
	const speaker = need(writing.index.entity, by, 'entity');
	if (!source.voices?.includes(by)) return `${source.id} does not list ${by} among its voices`;
	if (fact.wording) return 'the fact is said in words of its own';
	if (!isNamed(speaker)) return 'the speaker has no name';
	if (isOwnOffice(source, speaker, speakers))
		return 'the report is from an office of the speaker’s side';
	return isOwnPaper(source, [speaker.name, speaker.short, ...speaker.aliases])
		? 'the report is the speaker’s own, or names the speaker'
		: { fact, source, speaker, day, words: wordsOf(fact, writing), speakers, writing };
}
