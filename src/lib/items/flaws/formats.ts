import type { Checker } from './checker.ts';
import { normal } from './text.ts';

/** Flaws of the sort of options that are offered. */

const none =
	/^(?:none|neither|nothing|no (?:one|correct|right|option|answer)\b|not any)\b.*\b(?:above|these|those|them|options?|answers?|listed|mentioned|given|is (?:right|correct|true))\b|^(?:none|neither|no correct answer|there is no (?:right|correct) (?:answer|option)|none apply|none are (?:right|correct))\.?$/i;
const all =
	/^(?:all|both|any|each|every(?:thing)?)\b.*\b(?:above|these|those|them|options?|answers?|listed|mentioned|(?:are|is) (?:right|correct|true))\b(?! \w+ \w+)|^(?:all|both|all apply|all (?:three|four|five)|everything)\.?$/i;

const find = (options: readonly string[], pattern: RegExp, advice: string) => {
	const found = options.find((text) => pattern.test(text.trim()));
	return found === undefined ? undefined : `"${found}" ${advice}`;
};
const noneOfTheAbove: Checker = ({ options }) =>
	find(options, none, 'shows at most that the others are known to be wrong; offer a real option');
const allOfTheAbove: Checker = ({ options }) =>
	find(options, all, 'is right as soon as two others are; ask for all that are right');

const opposites =
	/^(?:true|false|yes|no|correct|incorrect|right|wrong|agree|disagree|t|f|y|n|not true|untrue)$/;
const truthStem =
	/\btrue or false\b|\bright or wrong\b|\byes or no\b|\bis (?:it|this) (?:true|correct|the case)\b|\bis (?:this|the following) (?:statement|sentence)\b|\bt\/f\b/i;
/** A question that begins with its verb is answered by yes or no. */
const yesNo =
	/^(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might)\b(?:(?!\bor\b).)*\?$/i;

/** Rows with three verdicts or more (supported, contradicted, not stated) are no true/false items: a guess earns a third. */
const trueFalse: Checker = ({ stem, options, rows, verdicts }) => {
	const offered = options.filter((text) => opposites.test(normal(text)));
	if (options.length > 0 && offered.length >= 2 && offered.length >= options.length - 1)
		return 'the options say only whether something is so: half of all guesses are right';
	if (verdicts && rows.every(({ key }) => opposites.test(normal(key))))
		return 'each row is right or wrong: half of all guesses are right';
	if (truthStem.test(stem) || (options.length <= 3 && yesNo.test(stem)))
		return 'the stem can be answered by yes or no: half of all guesses are right';
	return undefined;
};

const enumerated =
	/^(?:(?:both|only) )?(?:[a-e]|[ivx]+|\d)(?:(?:,| and| or| &|, and)\s?(?:[a-e]|[ivx]+|\d))+(?: only)?$|^(?:[a-e]|[ivx]+|\d) (?:only|alone)$/i;
const partsOf = (text: string): string[] =>
	text
		.replace(/^(?:both|only|neither) /i, '')
		.split(/,? (?:and|&|nor) |, /)
		.map(normal)
		.filter(Boolean);

/** Options that are made of other options, or of parts drawn from one short list ("A and B", "A and C"). */
const complexOptions: Checker = ({ options, rows }) => {
	if (rows.length > 0) return undefined;
	const listed = options.find((text) => enumerated.test(text.trim()));
	if (listed !== undefined)
		return `"${listed}" combines other options; ask for several right ones instead`;
	const parts = options.map(partsOf);
	const alone = new Set(parts.filter(({ length }) => length === 1).flat());
	const whole = parts.findIndex((list) => list.length > 1 && list.every((one) => alone.has(one)));
	if (whole >= 0)
		return `"${options[whole]}" combines other options; ask for several right ones instead`;
	const combined = parts.filter(({ length }) => length > 1);
	const uses = (part: string) => combined.filter((list) => list.includes(part)).length;
	// A part that all have in common is no choice.
	const again = new Set(
		combined.flat().filter((part) => uses(part) > 1 && uses(part) < combined.length)
	);
	// "Both A and B", "neither A nor B"
	const turned = new Set(combined.map((list) => list.toSorted().join())).size < combined.length;
	return turned || (combined.length >= 3 && again.size >= 2)
		? 'the options are combinations of a few parts; ask for the parts, several right'
		: undefined;
};

export const formatCheckers = {
	'none-of-the-above': noneOfTheAbove,
	'all-of-the-above': allOfTheAbove,
	'true-false': trueFalse,
	'complex-options': complexOptions
};
