import type { Checker } from './checker.ts';
import type { Judged } from './judged.ts';
import { ownVoice } from './text.ts';

/** Single words that give an option away, or leave open what it says. */

const absolute =
	/(?<![\p{L}-])(?:always|never|all|only|every|everyone|everybody|everything|nobody|no one|nothing|none|must|completely|entirely|absolutely|totally|solely|exclusively|impossible|invariably|without exception|under no circumstances|in all cases|in every case|without fail|no matter what|whatsoever|whatever happens|at all(?=$|[.,;])|wholly|utterly|universally|ever|forever)(?![\p{L}-])/iu;
const vague =
	/(?<![\p{L}-])(?:usually|often|sometimes|frequently|many|several|few|a few|some|rarely|seldom|generally|probably|maybe|might|possibly|perhaps|various|typically|mostly|normally|occasionally|regularly|commonly|a lot of|lots of|a number of|to some extent|as a rule|more or less|somewhat|tends? to|in most cases)(?![\p{L}-])/iu;
const vagueStem =
	/(?<![\p{L}-])(?:usually|often|sometimes|frequently|rarely|seldom|generally|probably|possibly|typically|normally|occasionally|regularly|commonly|somewhat|to some extent)(?![\p{L}-])/iu;

/** Texts that are judged right or wrong: options and rows with verdicts. Names of events in an order are not. */
const statements = ({ keys, distractors, rows, verdicts }: Judged): string[] => [
	...keys,
	...distractors,
	...(verdicts ? rows.map(({ text }) => text) : [])
];
/** All/none of the above are flaws of their own. */
const meant = (text: string) => !/\b(?:above|of (?:these|those|them))\b/i.test(text);

function firstWith(
	texts: readonly string[],
	pattern: RegExp
): [word: string, text: string] | undefined {
	for (const text of texts.filter(meant)) {
		const found = pattern.exec(ownVoice(text));
		if (found) return [found[0], text];
	}
	return undefined;
}

const absoluteTerm: Checker = (item) => {
	const found = firstWith(statements(item), absolute);
	return found && `"${found[0]}" in "${found[1]}" is a sign of a wrong option; say it without`;
};

const vagueTerm: Checker = (item) => {
	const found = firstWith(statements(item), vague) ?? firstWith([item.stem], vagueStem);
	return found && `"${found[0]}" in "${found[1]}" means different things to different readers`;
};

/** Whether a statement has a word that gives it away or leaves open what it says. */
export const isLoose = (text: string): boolean =>
	firstWith([text], absolute) !== undefined || firstWith([text], vague) !== undefined;

export const termCheckers = {
	'absolute-term': absoluteTerm,
	'vague-term': vagueTerm
};
