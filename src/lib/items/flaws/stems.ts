import type { Checker } from './checker.ts';
import type { Judged } from './judged.ts';
import { ownVoice, wordsOf } from './text.ts';

/** Flaws of a stem by itself. */

const blank =
	/_{2,}|\[(?: *|blank|gap|\.\.\.|…)\]|\{(?: *|blank|gap|\.\.\.)\}|\((?: *|\.\.\.|…)\)|(?:\.{3,}|…)(?=[^.]*[.?]?$)/i;
const withDropdown = /^(?:cloze|inline|gap|dropdown)/i;

/** A gap with a dropdown in its place is none. Ellipsis in a quotation would look like a gap: quotations are left out. */
const fillInTheBlank: Checker = ({ stem, kind, options }) => {
	const voice = stem.replace(/[“"][^”"]*[”"]/g, '');
	const filled = withDropdown.test(kind) && options.length > 0;
	const own = voice.includes(' … ') ? ' … ' : blank;
	return blank.test(filled ? voice.replace(own, ' ') : voice)
		? 'the stem has a gap to be filled; ask a whole question, or offer a dropdown in its place'
		: undefined;
};

const negation =
	/\b(?:not|never|except(?: for)?|excluding|cannot|neither|nor|none|untrue|false|incorrect(?:ly)?|wrong(?:ly)?|unlikely|fail(?:s|ed|ing)? (?:to|in)|lack(?:s|ed|ing)?|apart from|other than|all but|least likely)\b|n[’']t\b/i;

/** What somebody said, and what stands in quotation marks, may well say "not". */
const negativeStem: Checker = ({ stem }) => {
	const found = negation.exec(ownVoice(stem));
	return found ? `the stem asks by a negative, "${found[0]}"; ask for what is the case` : undefined;
};

const instruction =
	/^(?:put|match|order|arrange|sort|place|mark|drag|choose|select|pick|name|give|write|type|find|complete|fill|enter|read|look|judge|decide|tick|list|state|identify|link|pair)\b/i;
const asking =
	/\b(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b/i;
const empty = new Set(
	'following statement sentence true correct right accurate best answer option choice question consider think about apply applie describe describing concerning regarding topic above below one say know true. mention relate related valid know'.split(
		' '
	)
);
const truthOnly =
	/\b(?:which|what)\b.{0,45}\b(?:is|are|was|were|would be)\b(?: \w+)? (?:true|correct|right|accurate|valid)\b|\b(?:which|what)\b (?:of (?:these|the following) )?(?:\w+ )?(?:statements?|sentences?|claims?)\b(?!.*\b(?:by|report|source|in which)\b)/i;

function focusOf({ stem }: Judged): string | undefined {
	const plain = stem.trim();
	const asks = plain.includes('?') && asking.test(plain);
	if (!asks && !instruction.test(plain) && !blank.test(plain))
		return 'the stem puts no question: it can’t be answered before the options are read';
	if (truthOnly.test(plain) || anything.test(ownVoice(plain)))
		return 'the stem asks only what is true: say what about, so that it can be answered without the options';
	return undefined;
}

const anything =
	/\b(?:what|which)\b.{0,30}\b(?:can|could|may|should) (?:be|one) (?:said|say|noted|note|stated|state|concluded|conclude|remembered|known)\b|\bwhat about\b|\bwhich\b.{0,30}\b(?:applies|applied|fits|fitted|holds)(?: best| true| well)?\b(?: (?:to|for|of|with))?/i;

const unfocusedStem: Checker = (item) => {
	const fault = focusOf(item);
	if (fault !== undefined) return fault;
	// In ordering, matching and judging, the task is in the parts, and its instruction may be the same everywhere.
	if (item.rows.length > 0 || item.entries.length > 0) return undefined;
	const telling = [...wordsOf(item.stem)].filter((word) => !empty.has(word));
	return telling.length === 0 ? 'the stem names nothing that it asks about' : undefined;
};

const fillers =
	/\b(?:it is (?:well|widely|generally)[- ]known|as (?:is well known|you (?:may |might |probably |all )?know|everyone knows|we (?:have seen|know|saw))|interesting(?:ly)?|incidentally|by the way|of course|remember that|note that|notably|needless to say|fun fact|famous(?:ly)?|believe it or not|bear in mind|as mentioned|in the course of history|it should be noted)\b/i;
const aside =
	/, (?:which|who|whose|where|when) [^,?]{6,}(?:,|\?)|, (?:an?|the|one of|once|then|today|now|home to|known|also) [^,?]{6,},|\((?![^)]*\d{4}[^)]*\)$)(?:[^\s)]+\s+){2,}[^)]*\)|\s[–—]\s(?:[^\s–—]+\s+){2,}[^–—]*[–—]/;
const longestStem = 40;

/** Sentences before the question that tell rather than instruct, asides, fillers, or sheer length. */
const gratuitousInformation: Checker = ({ stem }) => {
	const voice = ownVoice(stem);
	const filler = fillers.exec(voice);
	if (filler) return `"${filler[0]}" says nothing that the answer needs`;
	const sentences = voice.split(/(?<=[a-z)\d’”"][.!?])\s+(?=[\p{Lu}“"])/u);
	const telling = sentences.find(
		(sentence) =>
			!/\?$/.test(sentence.trim()) && !instruction.test(sentence) && !blank.test(sentence)
	);
	if (sentences.length > 1 && telling !== undefined)
		return `"${telling.trim()}" can be left out: the question stands without it`;
	// "Who, according to …, said" and "On 3 May, who …?" are no asides.
	const found = aside.exec(voice.replace(/(\d),(?=\d{3})/g, '$1'));
	if (
		found &&
		(!/^, (?:wh|how)/.test(found[0]) ||
			!voice.includes('?') ||
			/\b(?:wh|how\b)/i.test(voice.slice(0, found.index)))
	)
		return `"${found[0].replace(/^[\s,]+|[\s,?]+$/g, '')}" can be left out`;
	const words = stem.split(/\s+/).length;
	return words > longestStem ? `the stem has ${words} words; ${longestStem} are enough` : undefined;
};

export const stemCheckers = {
	'fill-in-the-blank': fillInTheBlank,
	'negative-stem': negativeStem,
	'unfocused-stem': unfocusedStem,
	'gratuitous-information': gratuitousInformation
};
