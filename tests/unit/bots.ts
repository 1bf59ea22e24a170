import { hashOrder } from '../../src/lib/items/hash.ts';
import { verdicts, type Item, type ItemOf, type Kind } from '../../src/lib/items/item.ts';
import { tellingWords } from '../../src/lib/items/flaws/telling.ts';

/** Guessers that know nothing about the matter: they look at the texts alone. */

/** What one guess is made from: the words put, and the offered texts. */
export interface Guess {
	item: string;
	kind: Kind;
	stem: string;
	options: string[];
	key: number;
	/** The options keep their order; all others are placed by the form, which spreads the keys over the places. */
	ordered: boolean;
}

/** How much a bot likes an option; it takes the one it likes most, and ties share the guess. */
type Bot = (guess: Guess) => number[];

const mean = (list: number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
const count = (text: string, pattern: RegExp) => (text.match(pattern) ?? []).length;
const each =
	(like: (text: string, guess: Guess) => number): Bot =>
	(guess) =>
		guess.options.map((text) => like(text, guess));

/** Guesses by the place of an option; where the form decides on the place, all are alike. */
const byPlace =
	(like: (at: number, count: number) => number): Bot =>
	({ options, ordered }) =>
		options.map((_, at) => (ordered ? like(at, options.length) : 0));

const words = new Map<string, ReadonlySet<string>>();
function wordsOf(text: string): ReadonlySet<string> {
	let known = words.get(text);
	if (!known) words.set(text, (known = tellingWords(text)));
	return known;
}
const shared = (a: string, b: string) =>
	[...wordsOf(a)].filter((word) => wordsOf(b).has(word)).length;

/** Those that the bank is held to. */
export const bots = {
	longest: each((text) => text.length),
	shortest: each((text) => -text.length),
	'most words shared with the stem': each((text, { stem }) => shared(text, stem)),
	'odd one out': ({ options }) => {
		const middle = mean(options.map(({ length }) => length));
		return options.map(
			(text, at) =>
				Math.abs(text.length - middle) / middle -
				mean(options.filter((_, other) => other !== at).map((other) => shared(text, other)))
		);
	},
	'middle of its order': byPlace((at, count) => -Math.abs(at - (count - 1) / 2)),
	first: byPlace((at) => -at),
	last: byPlace((at) => at),
	'most capitals': each((text) => count(text, /\p{Lu}/gu))
} satisfies Record<string, Bot>;

/** Held out: the selector knows nothing of these. */
export const heldOutBots = {
	'longest word': each((text) => Math.max(...text.split(/[^\p{L}]+/u).map(({ length }) => length))),
	'most articles and prepositions': each((text) =>
		count(text, /\b(?:the|an?|of|in|on|to|by|for)\b/gi)
	),
	'most commas and hyphens': each((text) => count(text, /[,’-]/g)),
	'most words': each((text) => count(text, /\S+/g)),
	'most figures': each((text) => count(text, /\d/g)),
	'first in the alphabet': ({ options }) => {
		const sorted = [...options].sort((a, b) => a.localeCompare(b, 'en'));
		return options.map((text) => -sorted.indexOf(text));
	},
	'most like the others': ({ options }) =>
		options.map((text, at) =>
			mean(options.filter((_, other) => other !== at).map((other) => shared(text, other)))
		)
} satisfies Record<string, Bot>;

const isDated = (text: string) => /\d{4}/.test(text);
const verdictsBy = (rows: string[], like: (text: string) => number, order: string[]) => {
	const sorted = [...rows].sort((a, b) => like(a) - like(b));
	return rows.map((text) => order[Math.min(sorted.indexOf(text), order.length - 1)]);
};
/** What such a bot answers. */
export type RowBot = (rows: string[], title: string) => (string | undefined)[];
const perRow =
	(verdict: (text: string, title: string) => string): RowBot =>
	(rows, title) =>
		rows.map((text) => verdict(text, title));

/** All ways to give a verdict each to the shortest row, the middle ones and the longest. */
const byLength = Object.fromEntries(
	verdicts.flatMap((short) =>
		verdicts.flatMap((middle) =>
			verdicts.map((long): [string, RowBot] => [
				`shortest ${short}, middle ${middle}, longest ${long}`,
				(rows) => verdictsBy(rows, (text) => text.length, [short, middle, long])
			])
		)
	)
);

/** Those that judge statements by their looks: a verdict for each row of a report. */
export const rowBots: Record<string, RowBot> = {
	...byLength,
	'without a year is contradicted': perRow((text) =>
		isDated(text) ? 'supported' : 'contradicted'
	),
	'with a year is not stated': perRow((text) => (isDated(text) ? 'not-stated' : 'contradicted')),
	'short and undated is contradicted': perRow((text) =>
		count(text, /\S+/g) <= 12 && !isDated(text) ? 'contradicted' : 'supported'
	),
	'with a negative is contradicted': perRow((text) =>
		/\b(?:not|no|never|nobody|without)\b/i.test(text) ? 'contradicted' : 'supported'
	),
	'with a word of the title is supported': perRow((text, title) =>
		shared(text, title) > 0 ? 'supported' : 'not-stated'
	)
};

/** Points of 100 by which a bot beats one verdict of three. */
export function rowDeviation(
	bot: RowBot,
	items: readonly ItemOf<'support'>[],
	titleOf: (source: string) => string
) {
	const rows = items.flatMap((item) => {
		const texts = item.rows.map(({ text }) => text);
		const said = bot(texts, titleOf(item.report.source));
		return item.rows.map(({ key }, at) => (said[at] === key ? 1 : 0));
	});
	return { points: 100 * (mean(rows) - 1 / verdicts.length) };
}

/** What such a bot answers. */
export type TickBot = (texts: string[], stem: string, keys: number) => string[];
const most = (texts: string[], count: number, like: (text: string) => number) =>
	[...texts].sort((a, b) => like(b) - like(a)).slice(0, count);
/** Those that tick: all, or as many as there are keys, by their looks. */
export const tickBots = {
	everything: (texts) => texts,
	longest: (texts, _, keys) => most(texts, keys, (text) => text.length),
	shortest: (texts, _, keys) => most(texts, keys, (text) => -text.length),
	'most words shared with the stem': (texts, stem, keys) =>
		most(texts, keys, (text) => shared(text, stem)),
	'most capitals': (texts, _, keys) => most(texts, keys, (text) => count(text, /\p{Lu}/gu))
} satisfies Record<string, TickBot>;

/** Hits of a bot that ticks `keys` of the options, beyond what ticking at random would hit, in points of 100. */
export function tickDeviation(
	bot: TickBot,
	items: readonly (ItemOf<'several'> | ItemOf<'agree'>)[]
) {
	const found = items.map(({ options, stem }) => {
		const keys = options.filter(({ key }) => key).map(({ text }) => text);
		const texts = hashOrder(
			options.map(({ text }) => text),
			stem,
			(text) => text
		);
		const ticked = bot(texts, stem, keys.length);
		return {
			gained: ticked.filter((text) => keys.includes(text)).length / ticked.length,
			chance: keys.length / options.length
		};
	});
	const chance = mean(found.map((one) => one.chance));
	return {
		points: 100 * (mean(found.map(({ gained }) => gained)) - chance),
		error: 100 * Math.sqrt((chance * (1 - chance)) / (2 * items.length))
	};
}

/** What such a bot answers. */
export type OrderBot = (texts: string[]) => string[];
export const orderBots = {
	alphabetical: (texts) => [...texts].sort((a, b) => a.localeCompare(b, 'en')),
	'shortest first': (texts) => [...texts].sort((a, b) => a.length - b.length),
	'longest first': (texts) => [...texts].sort((a, b) => b.length - a.length)
} satisfies Record<string, OrderBot>;

/** Kendall's tau of a bot's order with the right one, as points of 100; chance is 0. */
export function orderDeviation(bot: OrderBot, items: readonly ItemOf<'order'>[]) {
	const taus = items.map(({ id, entries }) => {
		const right = new Map(entries.map(({ text, place }) => [text, place]));
		const listed = hashOrder(entries, id, ({ id }) => id).map(({ text }) => text);
		const places = bot(listed).map((text) => right.get(text) ?? 0);
		const pairs = places.flatMap((a, at) => places.slice(at + 1).map((b) => Math.sign(b - a)));
		return mean(pairs);
	});
	// The variance of tau for n things is 2(2n + 5) / 9n(n - 1); n is four.
	return {
		points: 100 * mean(taus),
		error: 100 * Math.sqrt((2 * 13) / (9 * 4 * 3) / items.length)
	};
}

/** The guesses that an item invites: one a choice, gap or row. */
export function guessesOf(item: Item): Guess[] {
	const guess = (
		stem: string,
		options: { text: string }[],
		right: (at: number) => boolean,
		ordered: boolean
	): Guess => ({
		item: item.id,
		kind: item.kind,
		stem,
		options: options.map(({ text }) => text),
		key: options.findIndex((_, at) => right(at)),
		ordered
	});
	const choice = (
		stem: string,
		{ options, ordered }: { options: { text: string; key: boolean }[]; ordered: boolean }
	): Guess[] =>
		options.filter(({ key }) => key).length === 1
			? [guess(stem, options, (at) => options[at]?.key === true, ordered)]
			: [];
	if ('gaps' in item) return item.gaps.flatMap((gap) => choice(item.parts.join(' '), gap));
	if (item.kind === 'match')
		return item.rows.map(({ text, key }) =>
			guess(`${item.stem} ${text}`, item.options, (at) => item.options[at]?.id === key, true)
		);
	return 'options' in item ? choice(item.stem, item) : [];
}

/** The share of a guess that a bot gains (0 to 1): all of it, or its part of a tie. */
function gained(bot: Bot, guess: Guess): number {
	const liked = bot(guess);
	const most = Math.max(...liked);
	const taken = liked.filter((one) => one === most).length;
	return liked[guess.key] === most ? 1 / taken : 0;
}

/** How far a bot is from chance over some guesses, in points of 100, with the standard error of that. */
export function deviation(bot: Bot, guesses: readonly Guess[]): { points: number; error: number } {
	const chances = guesses.map(({ options }) => 1 / options.length);
	const variance = mean(chances.map((chance) => chance * (1 - chance)));
	return {
		points: 100 * (mean(guesses.map((guess) => gained(bot, guess))) - mean(chances)),
		error: 100 * Math.sqrt(variance / guesses.length)
	};
}
