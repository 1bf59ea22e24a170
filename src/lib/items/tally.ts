import { remembered } from '../facts/remembered.ts';
import { tellingWords } from './flaws/telling.ts';

/** What a guesser sees: the words put, the options in their order, and the place of the key among them. */
export interface Offered {
	stem: string;
	options: readonly string[];
	key: number;
	/** The options have an order of their own; all others are placed by the form. */
	ordered: boolean;
}

/**
 * Running totals that keep guessing by looks at chance: what those have gained, beyond chance, who always take the
 * longest option, the shortest, the wordiest, the one that shares most words with the stem, the odd one out, the
 * one with most capitals, the first or the last. Few items of a kind share one, so that a new fact changes the options of
 * few others.
 */
export class Tally {
	private readonly totals = looks.map(() => 0);

	/** The one that leaves the totals nearest to chance, the first of equals. The totals then include it. */
	pick<O extends Offered>(choices: readonly O[]): O | undefined {
		return this.take(judged(choices))?.choice;
	}

	/** One out of each list, as `pick` takes it; then every choice is looked at once more, beside all the others. */
	pickEach<O extends Offered>(lists: readonly (readonly O[])[]): (O | undefined)[] {
		const all = lists.map(judged);
		const first = all.map((choices) => this.take(choices));
		return all.map((choices, at) => {
			this.add(first[at]?.gains ?? [], -1);
			return this.take(choices)?.choice;
		});
	}

	private take<O>(choices: readonly Judged<O>[]): Judged<O> | undefined {
		let best: { of: Judged<O>; size: number } | undefined;
		for (const of of choices) {
			const size = sum(of.gains.map((gain, at) => ((this.totals[at] ?? 0) + gain) ** 2));
			if (!best || size < best.size - 1e-9) best = { of, size };
		}
		this.add(best?.of.gains ?? [], 1);
		return best?.of;
	}

	private add(gains: readonly number[], sign: 1 | -1) {
		gains.forEach((gain, at) => (this.totals[at] = (this.totals[at] ?? 0) + sign * gain));
	}
}

/** A choice, and what each look gains by it. */
interface Judged<O> {
	choice: O;
	gains: number[];
}

/** What of an option meets the eye; it stands in many choices. */
const seenBy = remembered((text) => ({
	length: text.length,
	words: text.split(/\s+/).length,
	telling: tellingWords(text),
	capitals: text.match(/\p{Lu}/gu)?.length ?? 0
}));

function judged<O extends Offered>(choices: readonly O[]): Judged<O>[] {
	return choices.map((choice) => {
		const { stem, key, ordered } = choice;
		const seen = { stem: tellingWords(stem), options: choice.options.map(seenBy), ordered };
		return { choice, gains: looks.map((look) => gainOf(look(seen), key)) };
	});
}

/** What of a question does. */
interface Seen {
	/** The telling words of the stem. */
	stem: ReadonlySet<string>;
	options: readonly ReturnType<typeof seenBy>[];
	ordered: boolean;
}

/** How many words two sets have in common. */
function inCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	let count = 0;
	for (const word of a) if (b.has(word)) count++;
	return count;
}

/** How much somebody who knows nothing likes each option. */
type Look = (seen: Seen) => number[];

const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);

/** How far each option is from the others, in length and in words. */
const oddness: Look = ({ options }) => {
	const middle = sum(options.map(({ length }) => length)) / options.length;
	return options.map((one, at) => {
		let common = 0;
		for (const [place, other] of options.entries())
			if (place !== at) common += inCommon(one.telling, other.telling);
		return Math.abs(one.length - middle) / middle - common / (options.length - 1);
	});
};

const looks: readonly Look[] = [
	({ options }) => options.map(({ length }) => length),
	({ options }) => options.map(({ length }) => -length),
	({ options }) => options.map(({ words }) => words),
	({ options, stem }) => options.map(({ telling }) => inCommon(telling, stem)),
	oddness,
	({ options }) => options.map(({ capitals }) => capitals),
	({ options, ordered }) => options.map((_, at) => (ordered ? -at : 0)),
	({ options, ordered }) => options.map((_, at) => (ordered ? at : 0))
];

/** What the key gains beyond chance when the most liked option is taken; ties share. */
function gainOf(liked: readonly number[], key: number): number {
	let most = -Infinity;
	let taken = 0;
	for (const one of liked)
		if (one > most) [most, taken] = [one, 1];
		else if (one === most) taken++;
	return (liked[key] === most ? 1 / taken : 0) - 1 / liked.length;
}
