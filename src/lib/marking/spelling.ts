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

/**
 * Whether what was typed is one of the accepted names: without regard to case, accents, hyphens, apostrophes, articles
 * and the usual transliterations, in Latin, Cyrillic or any other letters. A slip is forgiven unless the result is as near
 * to another name, or is the name of a state. (Slips: optimal string alignment distance; F. J. Damerau, A Technique for Computer Detection and
 * Correction of Spelling Errors, Communications of the ACM 7, 1964.)
 */
export function sameName(
	typed: string,
	accepted: readonly string[],
	others: readonly string[]
): boolean {
	const given = spellingOf(typed.slice(0, longest));
	if (given.letters === '') return false;
	const names = spellingsOf(accepted);
	if (names.some(({ letters }) => letters === given.letters)) return true;
	const isOther = (letters: string) =>
		spellingsOf(others).some((other) => [other.letters, bare(other.letters)].includes(letters));
	const isBare = names.some(({ letters }) => bare(letters) === given.letters);
	if (isBare && given.letters.length >= 4) return !isOther(given.letters);
	let nearest = Infinity;
	for (const name of names) {
		const slips = slipsBetween(given, name);
		if (slips <= forgivenSlips(name)) nearest = Math.min(nearest, slips);
	}
	if (nearest > 0 && isState(given.letters)) return false;
	return (
		nearest < Infinity && spellingsOf(others).every((other) => slipsBetween(given, other) > nearest)
	);
}
