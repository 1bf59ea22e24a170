import type { Checker } from './checker.ts';
import { normal, ownVoice } from './text.ts';

const deictic =
	/\b(?:recently|currently|nowadays|today|yesterday|tomorrow|lately|at present|at the moment|(?:last|next|this) (?:year|month|week|century)|(?:years?|months?|weeks?|decades?) ago|these days|not long ago)\b/i;
const blurred =
	/\b(?:a certain|some (?:person|people|place|event|time|sort|kind|country|day|source|say)\w*|something|someone|somebody|somewhere|sometime|somehow|and\/or|etc\b|and so on|various|according to (?:some|many|reports|sources|experts)|it is said|the (?:above|aforementioned|former|latter)\b|more or less|and the like|in your (?:view|opinion)|do you think)/i;
/** Judgements on which readers differ. */
const opinion =
	/\b(?:(?:most|least) (?:important|significant|notable|interesting|influential|remarkable|appropriate|relevant|successful|dangerous|striking)|the (?:best|worst|greatest) (?:cause|reason|example|leader|factor|result|way|decision|mistake|description|argument|danger))\b/iu;
/** Something of which there are many, as if there were one. */
const unnamed =
	/\bthe (?:war|conflict|treaty|agreement|meeting|summit|battle|attack|country|region|town|city|president|minister|government|leader|parties|event|incident|decision)(?![\p{L}’-])(?! (?:of|on|in|at|between|that|which|who|for|with|to|from|by|about|against|under|over|after|before)\b)/iu;
const named = /(?<=\S )[“‘]?\p{Lu}|\d/u;
const unfinished = /\{[^}]*\}|\b(?:undefined|null|NaN|TODO|TBD|lorem|xxx)\b|\[object/;
const twice =
	/\?\s*\S.*\?|\b(?:and|or) (?:also )?(?:(?:in|on|at|by|for|to|from|with|of) )?(?:who|whom|what|which|when|where|why|how)\b[^,]*\?$/i;
const pronoun = /\b(?:it|they|them|he|him|she|its|their|his|her|theirs)\b/i;
const pointing =
	/\b(?:did|do|does|was|were|is|are|has|had|in|on|for|about|to|by|after|before|of|with|during|at|from|under|against) (?:this|that|those|these)(?= |\?|$)(?! (?:which|who|that)\b)|^(?:this|that)\b/i;
/** What a pronoun may stand for: a name, or a noun that the stem has brought in. */
const antecedent =
	/(?<=\S )[“‘]?\p{Lu}|\b(?:the|an?|each|every|this|these|which|what|whose) (?!of\b|day\b|month\b|year\b|date\b|time\b|number\b|name\b|office\b|post\b|place\b|town\b)\p{L}{3,}/u;
const ownOptions =
	/\b(?:of|to|with|on|by|in|under|from|for) these(?: \p{L}+)?\b|\bthese \p{L}+s\b/u;

/**
 * Points to nothing ("it", "that war", "recently"), is blurred ("a certain"), asks two things at once, was not finished by
 * a machine, or is put in the same words elsewhere with another answer.
 */
export const ambiguousStem: Checker = (item, { asked }) => {
	const { stem } = item;
	const voice = ownVoice(stem);
	const faulty = (pattern: RegExp) => pattern.exec(voice)?.[0].trim();
	const gap = unfinished.exec(stem);
	if (gap) return `"${gap[0]}" was left in the stem by whatever wrote it`;
	const found = deictic.exec(voice);
	// "Türkiye Today" is the name of a paper.
	const isName = found !== null && found.index > 0 && /^\p{Lu}/u.test(found[0]);
	const when = isName ? undefined : found?.[0];
	if (when !== undefined) return `"${when}" hangs on the day of reading; name the time`;
	if (/\bso far\b/i.test(voice) && !/\b\d{4}\b/.test(voice))
		return '"so far" hangs on the day of reading; name the time';
	const blur = faulty(blurred);
	if (blur !== undefined) return `"${blur}" can be read in several ways; name what is meant`;
	const judgement = faulty(opinion);
	if (judgement !== undefined)
		return `"${judgement}" is a matter of opinion; ask for what can be shown`;
	const bare = named.test(stem) ? undefined : faulty(unnamed);
	if (bare !== undefined) return `"${bare}" may be any; name it`;
	if (twice.test(stem)) return 'the stem asks two things at once';
	const it = pronoun.exec(voice);
	if (it && !antecedent.test(voice.slice(0, it.index)))
		return `"${it[0]}" refers to nothing in the stem; name it`;
	const that = pointing.exec(voice.replace(ownOptions, ''));
	if (that && !antecedent.test(voice.slice(0, that.index + 4)))
		return `"${that[0]}" refers to nothing in the stem; name it`;
	if (item.typed === undefined) return undefined;
	const other = (asked.get(stem) ?? []).find(
		({ id, typed }) => id !== item.id && typed !== undefined && typed !== item.typed
	);
	if (other) return `${other.id} asks the same with another answer, "${normal(other.typed ?? '')}"`;
	return undefined;
};
