import type { Checker } from './checker.ts';
import type { Company, Judged } from './judged.ts';
import { soleKey } from './judged.ts';
import { valueOf, wordsOf } from './text.ts';

const placeholder =
	/^(?:n\/?a|none|unknown|\?+|-+|\.+|x+|foo|bar|asdf|lorem\b.*|option [a-e\d]|placeholder|i (?:do not|don[’']t) (?:know|care)|no idea|whatever|to be (?:added|determined)|tb[ad]|undefined|null)$/i;

/** What sort of thing a text names, as far as its form tells. */
function shapeOf(text: string): string {
	const value = valueOf(text);
	if (value) return value.shape;
	if (!/\p{L}/u.test(text)) return 'signs';
	if (/^(?:before|between|after) /i.test(text)) return 'gap';
	if (/^(?:about )?\d/i.test(text)) return 'measure';
	if (/^(?:\p{Lu}[\p{L}\p{M}’'.-]*(?: \/)? ?){1,4}$/u.test(text) && !/^(?:The|An?) /.test(text))
		return 'name';
	const long = text.split(/\s+/).length >= 4;
	return long && /^(?:The|An?) .* (?:of|to|on|in|for|by|at|from|that|after) /.test(text)
		? 'event'
		: 'text';
}

/** All the others are of one make, and this one is not. Loose texts are of any make; values, names and events are not. */
function alien(distractor: string, others: readonly string[]): boolean {
	const all = others.map(shapeOf);
	const shapes = new Set(all);
	const [shape] = shapes;
	const own = shapeOf(distractor);
	if (isValueShape(own) && !all.some(isValueShape)) return true;
	if (shapes.size > 1 || own === shape) return false;
	return own !== 'text' && shape !== 'text' ? true : [own, shape].some(isValueShape);
}

const isValueShape = (shape: string | undefined) =>
	shape !== undefined && !['text', 'name', 'event'].includes(shape);

/** Further from every other value than anyone could be mistaken: twenty times as much, or fifty years. */
function faraway(distractor: string, others: readonly string[]): boolean {
	const value = valueOf(distractor);
	const near = others.flatMap((text) => valueOf(text) ?? []);
	if (!value || near.length < others.length) return false;
	if (near.some(({ family }) => family !== value.family)) return false;
	const sizes = near.map(({ size }) => size).sort((a, b) => a - b);
	const [low = 0, high = 0] = [sizes[0], sizes.at(-1)];
	return value.family === 'date'
		? Math.min(Math.abs(value.size - low), Math.abs(value.size - high)) > 50 + (high - low)
		: value.size > 20 * Math.max(high, 1) || value.size < low / 20 - 1;
}

/** With this many items, a word that none of them has is foreign to their subject. */
const enoughItems = 30;

function foreign(distractor: string, item: Judged, { uses, size }: Company): boolean {
	if (size < enoughItems || valueOf(distractor)) return false;
	const known = (text: string) =>
		[...wordsOf(text)].some((word) => item.words.has(word) || (uses.get(word) ?? 0) > 1);
	return !known(distractor) && item.options.every((text) => text === distractor || known(text));
}

/** Texts that stand beside a text in other items. */
function neighbours(text: string, item: Judged, { offered }: Company): Set<string> | undefined {
	const elsewhere = [...(offered.get(text) ?? [])].filter((other) => other.id !== item.id);
	return elsewhere.length === 0
		? undefined
		: new Set(elsewhere.flatMap(({ options }) => options).concat(text));
}

const rootsOf = (text: string) => [...wordsOf(text)].map((word) => word.slice(0, 5));

/**
 * Everywhere else it is offered in other company: the other options belong together there, and this one with none of them;
 * nor does it share a word with them or with the stem.
 */
function stranger(distractor: string, item: Judged, company: Company): boolean {
	if (valueOf(distractor)) return false;
	const own = neighbours(distractor, item, company);
	const others = item.options.filter((text) => text !== distractor);
	const circles = others.flatMap((text) => neighbours(text, item, company) ?? []);
	const meet = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].some((one) => b.has(one));
	if (!own || circles.length < 2) return false;
	const about = new Set(rootsOf([item.stem, ...others].join(' ')));
	if (rootsOf(distractor).some((root) => about.has(root))) return false;
	const [first = own, ...rest] = circles;
	return (
		rest.every((circle) => meet(first, circle)) && circles.every((circle) => !meet(own, circle))
	);
}

/** Events so many years from all others of an item are of another age. */
const age = 15;

/** It was in quite another age than everything beside it, by what the rationales of all items say of it. */
function ofAnotherAge(distractor: string, item: Judged, { years }: Company): boolean {
	const own = years.get(distractor);
	// Persons, places and numbers have no year of their own.
	const isEvent = ['event', 'text'].includes(shapeOf(distractor)) && !/\d/.test(distractor);
	if (own === undefined || !isEvent) return false;
	const others = item.options.filter((text) => text !== distractor).map((text) => years.get(text));
	const near = others.filter((year) => year === undefined || Math.abs(year - own) < age);
	return near.length === 0;
}

/** How a question begins, as far as that tells what sort of thing answers it: "who", "which of", "in which year". */
function asker({ stem }: Judged): string | undefined {
	const found = /^(?:(who)m?|(?:\w+ )?(which|what) (?!did |was |does |is )(\p{L}+))\b/iu.exec(stem);
	return found ? [found[1] ?? found[2], found[3] ?? ''].join(' ').toLowerCase() : undefined;
}

/**
 * Everywhere else it answers questions of other sorts ("who …"), which none of the other options ever does, and is
 * never offered beside any of them.
 */
function otherwiseAsked(distractor: string, item: Judged, company: Company): boolean {
	const askers = (text: string) =>
		new Set(
			[...(company.offered.get(text) ?? [])].flatMap((other) =>
				other.id === item.id ? [] : (asker(other) ?? [])
			)
		);
	const own = askers(distractor);
	const asked = asker(item);
	if (asked === undefined || own.size === 0 || own.has(asked)) return false;
	const beside = neighbours(distractor, item, company) ?? new Set();
	return item.options.every(
		(text) => text === distractor || (!beside.has(text) && own.isDisjointFrom(askers(text)))
	);
}

/** A distractor that nobody would choose: a filler, of another make, far off, or from another subject. */
export const implausibleDistractor: Checker = (item, company) => {
	const { distractors, options } = item;
	const filler = distractors.find((text) => placeholder.test(text.trim()));
	if (filler !== undefined) return `"${filler}" is no option`;
	if (soleKey(item) === undefined) return undefined;
	for (const text of distractors) {
		const others = options.filter((other) => other !== text);
		if (alien(text, others)) return `"${text}" is of another sort than all other options`;
		if (faraway(text, others)) return `"${text}" is too far from all other options to be believed`;
		if (foreign(text, item, company))
			return `"${text}" has nothing to do with what these items are about`;
		if (ofAnotherAge(text, item, company))
			return `"${text}" is of another age than all other options`;
		if (stranger(text, item, company) || otherwiseAsked(text, item, company))
			return `"${text}" belongs with the options of other questions`;
	}
	return undefined;
};
