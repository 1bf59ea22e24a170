import { formatDate } from '../facts/dates.ts';
import { roleOf, type Index } from '../facts/pack.ts';
import type { Fact, RoleValue } from '../facts/schema.ts';
import { relationOf } from '../facts/wording.ts';
import { stemsOf } from './stems.ts';
import { askedValue, isCount, isDate, valueName } from './values.ts';
import { stands, wordingOf, wordingsOf, type Wording } from './wordings.ts';

/** What is read together, and its words. */
export interface Read {
	texts: readonly string[];
	words: ReadonlySet<string>;
	/** The facts that it was written from. */
	facts: readonly string[];
	/** What was looked for in it already. */
	found: Map<readonly Wording[], boolean>;
}

/** A fact that a text may tell: by naming what it is about, and saying what it says of that. */
export interface Tellable {
	id: string;
	/** What it is about, and the occasion: whoever writes of another fact with one of these names it too. */
	marks: string[];
	about: Wording[];
	says: (read: Read) => boolean;
}

/** Whether any of the wordings stands in what is read: many facts have one speaker or one subject. */
export function anyStands(wordings: readonly Wording[], { words, found }: Read): boolean {
	let answer = found.get(wordings);
	if (answer === undefined) {
		answer = wordings.some((one) => stands(one, words));
		found.set(wordings, answer);
	}
	return answer;
}

const known = new WeakMap<Index, Map<string, Wording[]>>();

/** The wordings of a name, a phrase or a claim, the same list each time; dates and numbers have none. */
function wordings(value: RoleValue | undefined, index: Index): Wording[] {
	const ofIndex = known.get(index) ?? new Map<string, Wording[]>();
	known.set(index, ofIndex);
	const name = value === undefined ? '' : valueName(value);
	let all = ofIndex.get(name);
	if (!all) ofIndex.set(name, (all = wordingsAnew(value, index)));
	return all;
}

function wordingsAnew(value: RoleValue | undefined, { entity }: Index): Wording[] {
	if (value === undefined) return [];
	if (typeof value === 'string') return [entity.get(value) ?? []].flat().flatMap(wordingsOf);
	if ('phrase' in value) return [wordingOf(value.phrase)];
	return 'claim' in value ? [wordingOf(value.claim)] : [];
}

/** The title of whoever holds an office stands for the office, without its state. */
function titles(fact: Fact, index: Index): Wording[] {
	const [subject, object] = [roleOf(fact, 'subject'), roleOf(fact, 'object')];
	if (typeof subject !== 'string' || typeof object !== 'object' || !('phrase' in object)) return [];
	const roles = index.entity.get(subject)?.roles ?? [];
	return roles
		.filter(({ office }) => office === object.phrase)
		.map(({ title, of }) => {
			const state = new Set(wordings(of, index).flat());
			return wordingOf(title).filter((word) => !state.has(word));
		});
}

/** A number as large as this is known again by itself, a smaller one only beside what was counted. */
const striking = 100;

function isStriking(fact: Fact): boolean {
	const value = roleOf(fact, 'object');
	return isCount(value) && value.count >= striking;
}

function saysValue(fact: Fact, index: Index): Tellable['says'] {
	const given = roleOf(fact, relationOf(fact, index).value);
	const value = given && askedValue(given);
	if (isDate(value)) {
		const pattern = new RegExp(`(?<!\\p{N})${formatDate(value.date)}`, 'u');
		const needed = stemsOf(formatDate(value.date));
		return ({ texts, words }) =>
			needed.isSubsetOf(words) && texts.some((text) => pattern.test(text));
	}
	if (isCount(value)) {
		const counted = isStriking(fact) ? [] : wordings(roleOf(fact, 'of'), index);
		const number = String(value.count);
		return (read) => read.words.has(number) && (counted.length === 0 || anyStands(counted, read));
	}
	const all = [...wordings(value, index), ...titles(fact, index)];
	return (read) => anyStands(all, read);
}

/** Whoever gave figures on a day. */
function occasionOf(fact: Fact | undefined): string | undefined {
	if (!fact || !isCount(roleOf(fact, 'object'))) return undefined;
	const [by, day] = [roleOf(fact, 'by'), roleOf(fact, 'as-of')];
	return by && day && [fact.relation, by, valueName(day)].join(' ');
}

/** Who gave a figure is told by another figure of theirs: for the same thing, or on the same occasion. */
function saysWho(fact: Fact, index: Index): Tellable['says'] {
	const [of, by] = [wordings(roleOf(fact, 'of'), index), wordings(roleOf(fact, 'by'), index)];
	const occasion = occasionOf(fact);
	const onOccasion = ({ facts }: Read) =>
		occasion !== undefined && facts.some((id) => occasionOf(index.fact.get(id)) === occasion);
	return (read) => anyStands(by, read) && (anyStands(of, read) || onOccasion(read));
}

/** Half of a list is enough to know it. */
function saysList(subjects: readonly string[], index: Index): Tellable['says'] {
	const members = subjects.map((id) => wordings(id, index));
	return (read) => 2 * members.filter((one) => anyStands(one, read)).length >= members.length;
}

/** A fact as a text may tell it; none where no question asks for one of its roles. */
export function tellable(fact: Fact, index: Index): Tellable[] {
	const { ask, short, key, roles, value: asked, ...rest } = relationOf(fact, index);
	// What nobody asks for by role is not told by naming who and whom.
	if (Object.keys({ ...ask, ...short }).length === 0 && !rest['who-said']) return [];
	const said = key.find((role) => !['by', 'as-of', asked].includes(role)) ?? 'by';
	const about = fact.subjects ? 'object' : 'subject' in roles ? 'subject' : said;
	const of = roleOf(fact, about);
	const marks = [of && valueName(of), occasionOf(fact)];
	const [value, who] = [saysValue(fact, index), saysWho(fact, index)];
	return [
		{
			id: fact.id,
			marks: marks.filter((one) => one !== undefined),
			about: [
				...wordings(of, index),
				...(isStriking(fact) ? wordings(roleOf(fact, 'by'), index) : [])
			],
			says: fact.subjects ? saysList(fact.subjects, index) : (read) => value(read) || who(read)
		}
	];
}
