import { forgivenSlips, slipsBetween, spellingOf, type Spelling } from '../facts/spelling.ts';
import { stateNames } from './state-names.ts';

/** Longer than any name: nobody's text is compared letter by letter beyond that. */
const longest = 120;

const known = new WeakMap<readonly string[], Spelling[]>();

/** The spellings of an item's names, found once. */
function spellingsOf(names: readonly string[]): Spelling[] {
	const spellings = known.get(names) ?? names.map(spellingOf);
	known.set(names, spellings);
	return spellings;
}

/** Letters whose cedilla or caron was left out: "Cesme" for "Çeşme", which is "Cheshme" elsewhere. */
const bare = (letters: string): string => letters.replace(/sh/g, 's').replace(/ch/g, 'c');

let states: ReadonlySet<string> | undefined;
/** Whether these are the letters of a state's name: then there is no slip in them. */
function isState(letters: string): boolean {
	states ??= new Set(stateNames().map((name) => spellingOf(name).letters));
	return states.has(letters);
}

/** How a candidate may address a person whom the paper names without it. */
const courtesy = /^(?:mrs?|ms|miss|dr|prof(?:essor)?|sir|gen(?:eral)?|col(?:onel)?|marshal)\.?\s+/i;

/**
 * What was typed, without what says no more of the name: how a person is addressed, and the state that a town lies in.
 * "Organisation (Abbreviation)" is two names, and both must be right.
 */
function namesIn(typed: string): string[] {
	const [, whole = typed, abbreviation] = /^(.*\S)\s*\((.+)\)\s*$/.exec(typed) ?? [];
	const [, town = '', state = ''] = /^([^,]+),([^,]+)$/.exec(whole) ?? [];
	const [ofTown, ofState] = [town, state].map((name) => isState(spellingOf(name).letters));
	const name = ofState && !ofTown ? town : whole;
	return [name.trim().replace(courtesy, ''), ...(abbreviation ? [abbreviation] : [])];
}

/** Sounds that hands and languages write one for the other. */
const pairs = ['bp', 'dt', 'gkqh', 'vwf', 'sz', 'cjks', 'ijy'];

/** Whether two names differ in their first letter alone: nobody mistypes that one, and "Sienna" is not "Vienna". */
function beginsOtherwise(given: Spelling, { letters }: Spelling): boolean {
	const first = [given.letters, letters].map((one) => one.slice(0, 1));
	const alike = pairs.some((pair) => first.every((letter) => pair.includes(letter)));
	return !alike && first[0] !== first[1] && given.letters.slice(1) === letters.slice(1);
}

/**
 * Whether what was typed is one of the accepted names: without regard to case, accents, hyphens, apostrophes, articles
 * and the usual transliterations, in Latin, Cyrillic or any other letters; also with a courtesy title, with a town's
 * state, or with its abbreviation in brackets. A slip is forgiven unless it stands in the first letter, the result is as near
 * to another name, or is the name of a state. (Slips: optimal string alignment distance; F. J. Damerau, A Technique for Computer Detection and
 * Correction of Spelling Errors, Communications of the ACM 7, 1964.)
 */
export function sameName(
	typed: string,
	accepted: readonly string[],
	others: readonly string[]
): boolean {
	const text = typed.slice(0, longest);
	return [[text], namesIn(text)].some((names) =>
		names.every((name) => isName(name, accepted, others))
	);
}

/** Initials are read letter by letter: "ICC" sounds like "ICJ", and is another court. */
const isAbbreviation = (name: string): boolean => /^\p{Lu}{2,5}$/u.test(name.replaceAll('.', ''));

/** "Ivanova" is no slip for "Ivanov": somebody else is called that. */
const isFeminine = (given: string, name: string): boolean =>
	/(?:[eo]v|in)$/.test(name) && given === `${name}a`;

/** `sameName` of a text that is a name and nothing else. */
function isName(typed: string, accepted: readonly string[], others: readonly string[]): boolean {
	const given = spellingOf(typed);
	if (given.letters === '') return false;
	const all = spellingsOf(accepted);
	if (all.some(({ letters }) => letters === given.letters)) return true;
	const names = all.filter((_, at) => !isAbbreviation(accepted[at] ?? ''));
	if (names.some(({ letters }) => isFeminine(given.letters, letters))) return false;
	const isOther = (letters: string) =>
		spellingsOf(others).some((other) => [other.letters, bare(other.letters)].includes(letters));
	const isBare = names.some(({ letters }) => bare(letters) === given.letters);
	if (isBare && given.letters.length >= 4) return !isOther(given.letters);
	let nearest = Infinity;
	for (const name of names) {
		const slips = beginsOtherwise(given, name) ? Infinity : slipsBetween(given, name);
		if (slips <= forgivenSlips(name)) nearest = Math.min(nearest, slips);
	}
	if (nearest > 0 && isState(given.letters)) return false;
	if (nearest === Infinity || isOther(given.letters)) return false;
	// Another's initial and surname may sound like the accepted surname, which was told apart by nobody before.
	return spellingsOf(others).every(
		(other) =>
			names.some((name) => slipsBetween(name, other) === 0) || slipsBetween(given, other) > nearest
	);
}
