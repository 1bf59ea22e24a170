import type { Fact, RoleValue } from '../facts/schema.ts';
import { roleOf } from '../facts/pack.ts';
import { daysOf } from '../facts/dates.ts';
import { formatNumber, type Naming } from '../facts/naming.ts';
import { slipsBetween, spellingOf } from '../facts/spelling.ts';
import { choose, type Candidate } from './choose.ts';
import { relationOf, shareOf, tallyOf, valueOf, type Writing } from './context.ts';
import { distractorsFor, orderOf, type Distractor } from './distractors.ts';
import { option, scrambled } from './draft.ts';
import { isFamous } from './famous.ts';
import { optionFlaw } from './flaws/options.ts';
import type { Kind, Option } from './item.ts';
import { rationaleOf } from './rationale.ts';
import { compatible, isCount, isDate, isPlace } from './values.ts';

/** The items of a kind in a topic share so many totals: with more they would be too few to keep guessing at chance. */
const sharesOfTopic = 2;

/** A slot of a fact as an item puts it: what is to be chosen, and the words around it. */
export interface Asking {
	/** The item's id: decides which wrong options are chosen. */
	id: string;
	kind: Kind;
	fact: Fact;
	slot: string;
	key: RoleValue;
	/** Everything that a candidate reads beside the options. */
	stem: string;
	show: (value: RoleValue) => string;
	/** Whether a value can stand in its place at all: as the sentence demands it. */
	fits?: (value: RoleValue) => boolean;
	/** Texts of wrong options that another item on the slot has: these are not all taken again where there are others. */
	taken?: readonly string[];
}

/** How the names in an item on a slot are wanted, in stem and options: what the key would give away is left out. */
export function namingFor(fact: Fact, slot: string, key: RoleValue, writing: Writing) {
	const relation = relationOf(fact, writing.index);
	const stem: Naming = {
		unplaced: isPlace(key, writing.index),
		undated: isDate(key) || isDate(valueOf(fact, relation)),
		plain: relation.roles['object'] === 'phrase' && slot === 'object',
		day: fact['as-of'] ?? fact.attribution?.['as-of']
	};
	const options = { ...stem, plain: typeof key === 'string' && slot !== relation.value };
	return { stem, options };
}

const years = (text: string): string[] => text.match(/\b1[89]\d\d\b|\b20\d\d\b/g) ?? [];

/** Options that miss the year of the stem could be struck out without knowing anything. */
function fitsStem(stem: string, key: string): (text: string) => boolean {
	const wanted = years(stem).filter((year) => years(key).includes(year));
	return (text) => wanted.every((year) => years(text).includes(year));
}

/** A part is smaller than the whole that the stem names: "42 of the first 50". */
function fitsNumbers(stem: string, key: RoleValue, value: RoleValue): boolean {
	if (!isCount(key) || !isCount(value)) return true;
	const plain = stem.replace(/\d{1,2} [A-Z][a-z]+ \d{4}/g, ' ').replaceAll(',', '');
	const wholes = (plain.match(/\b\d+\b/g) ?? []).map(Number).filter((whole) => whole > key.count);
	return wholes.every((whole) => value.count < whole || years(`${whole}`).length > 0);
}

/** What has not come about on the last day that the material knows of, is no answer to what came about. */
function fitsToday(key: RoleValue, value: RoleValue, { index }: Writing): boolean {
	if (!isDate(key) || !isDate(value)) return true;
	const today = daysOf(index.pack.sourcebook['as-of']).last;
	return daysOf(value.date).first <= today || daysOf(key.date).first > today;
}

/** Wrong values in words that fit everything the stem says, nearest first. */
function candidates(asking: Asking, writing: Writing): Candidate<Distractor>[] {
	const { fact, slot, key, stem, show, fits = () => true } = asking;
	const keyText = show(key);
	const keyOrder = orderOf(key);
	const hasYears = fitsStem(stem, keyText);
	const list = distractorsFor(fact, slot, writing)
		.map((of) => ({ text: show(of.value), order: orderOf(of.value), of }))
		.filter(
			({ text, of: { value } }) =>
				hasYears(text) &&
				fitsNumbers(stem, key, value) &&
				fitsToday(key, value, writing) &&
				!stem.includes(text) &&
				fits(value)
		);
	if (keyOrder === undefined) return list;
	const distance = ({ order = 0 }: Candidate<Distractor>) => Math.abs(order - keyOrder);
	return spread(list.sort((a, b) => distance(a) - distance(b)));
}

/** Of numbers that are as good as one, only the nearest to the key: else the key stands apart from a cluster. */
function spread(list: Candidate<Distractor>[]): Candidate<Distractor>[] {
	const kept: Candidate<Distractor>[] = [];
	for (const one of list) {
		const { value } = one.of;
		if (!isCount(value) || kept.every(({ of }) => !compatible(of.value, value))) kept.push(one);
	}
	return kept;
}

/** Tells of one-word names whether they look like one in the stem. */
function likeStem(stem: string): (text: string) => boolean {
	const words = stem.split(/[^\p{L}]+/u).filter(({ length }) => length > 4);
	return (text) =>
		/^\p{Lu}\p{L}+$/u.test(text) &&
		words.some((one) => slipsBetween(spellingOf(one), spellingOf(text), 1) === 1);
}

/** Whether all wrong values lie on one side, huddled together far from the key. */
function standsApart(key: number | undefined, set: readonly Candidate<Distractor>[]): boolean {
	if (key === undefined) return false;
	const away = set.map(({ order = key }) => order - key).sort((a, b) => a - b);
	const [first = 0, last = 0] = [away[0], away.at(-1)];
	return (
		Math.sign(first) === Math.sign(last) &&
		2 * (last - first) < Math.min(Math.abs(first), Math.abs(last))
	);
}

const lower = (text: string): string => text.toLowerCase();

/** The least number of wrong options: of two rivals of a person, one is mostly known for something else. */
const leastRivals = (key: RoleValue, { index }: Writing): number =>
	typeof key === 'string' && index.entity.get(key)?.kind === 'person' ? 3 : 2;

/** A set without flaws; another one than what is taken, where the candidates give one of the same size. */
function pick(
	{ id, kind, fact, key, stem, show, taken }: Asking,
	list: Candidate<Distractor>[],
	writing: Writing
) {
	const least = leastRivals(key, writing);
	const keyText = show(key);
	if (list.length < least) return `fewer than ${formatNumber(least)} proved distractors`;
	let flaw = 'no set of options in order';
	const isLike = likeStem(stem);
	// The only option that looks like a name in the stem: nobody need know it.
	const keyStandsOut = isLike(keyText);
	const flawless = (set: Candidate<Distractor>[]) => {
		const texts = set.map(({ text }) => text);
		const found =
			optionFlaw(stem, keyText, texts) ??
			(keyStandsOut && !texts.some(isLike) ? 'looks-like-stem' : undefined);
		if (found) flaw = found;
		return !found;
	};
	const others = new Set(taken?.map(lower));
	const isNew = (set: Candidate<Distractor>[]) =>
		set.length >= others.size && set.some(({ text }) => !others.has(lower(text)));
	const order = orderOf(key);
	const looks = {
		stem,
		key: keyText,
		tally: tallyOf(kind, `${fact.topic}, ${shareOf(fact.id, sharesOfTopic)}`, writing)
	};
	const isSpread = (set: Candidate<Distractor>[]) => !standsApart(order, set) && flawless(set);
	const chosen =
		(taken && choose(id, order, list, (set) => isNew(set) && isSpread(set), looks)) ??
		choose(id, order, list, isSpread, looks) ??
		choose(id, order, list, flawless, looks);
	return chosen ?? flaw;
}

/**
 * The options for a slot of a fact: the key and two or three wrong values, each with its proof; in natural order where
 * there is one. Answers with what stands against it when there is no set of options without a flaw.
 */
export function offer(
	asking: Asking,
	writing: Writing
): { options: Option[]; ordered: boolean } | string {
	const { id, fact, key, show } = asking;
	const chosen = pick(asking, candidates(asking, writing), writing);
	if (typeof chosen === 'string') return chosen;
	const all = [
		{ order: orderOf(key) ?? 0, option: option(id, show(key), true, rationaleOf(fact)) },
		...chosen.map(({ text, order = 0, of }) => ({
			order,
			option: option(id, text, false, of.proof)
		}))
	];
	const options = all.sort((a, b) => a.order - b.order).map(({ option }) => option);
	const ordered = orderOf(key) !== undefined;
	return { options: ordered ? options : scrambled(options), ordered };
}

/** Every slot that an item can ask for, of facts that may be keyed and are worth recalling. */
export function askedSlots({ keyable, index }: Writing): { fact: Fact; slot: string }[] {
	const known = keyable.filter(({ recall }) => recall !== 'none');
	return known.flatMap((fact) =>
		Object.keys(relationOf(fact, index).ask)
			.filter((slot) => slot !== 'subjects' && roleOf(fact, slot) !== undefined)
			.filter((slot) => !isFamous(roleOf(fact, slot), index))
			.map((slot) => ({ fact, slot }))
	);
}
