import type { Item, Kind } from '../../src/lib/items/item.ts';
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

/** Others, to see what holding to the first has brought about. */
export const otherBots = {
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
