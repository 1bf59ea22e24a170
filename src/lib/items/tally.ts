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
 * longest option, the shortest, the wordiest, the one that shares most words with the stem, the odd one out, the first
 * or the last. One for each kind and topic, so that a new fact changes the options of few other items.
 */
export class Tally {
	private readonly totals = looks.map(() => 0);

	/** The one that leaves the totals nearest to chance, the first of equals. The totals then include it. */
	pick<O extends Offered>(choices: readonly O[]): O | undefined {
		let best: { choice: O; gains: number[]; size: number } | undefined;
		for (const choice of choices) {
			const gains = looks.map((look) => gainOf(look(choice), choice.key));
			const size = sum(gains.map((gain, at) => ((this.totals[at] ?? 0) + gain) ** 2));
			if (!best || size < best.size - 1e-9) best = { choice, gains, size };
		}
		best?.gains.forEach((gain, at) => (this.totals[at] = (this.totals[at] ?? 0) + gain));
		return best?.choice;
	}
}

/** How much somebody who knows nothing likes each option. */
type Look = (offered: Offered) => number[];

const sum = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);
const wordCount = (text: string): number => text.split(/\s+/).length;

/** How many telling words two texts have in common. */
function shared(a: string, b: string): number {
	const others = tellingWords(b);
	let count = 0;
	for (const word of tellingWords(a)) if (others.has(word)) count++;
	return count;
}

/** How far each option is from the others, in length and in words. */
const oddness: Look = ({ options }) => {
	const middle = sum(options.map(({ length }) => length)) / options.length;
	const inCommon = (text: string, at: number) =>
		sum(options.map((other, place) => (place === at ? 0 : shared(text, other))));
	return options.map(
		(text, at) =>
			Math.abs(text.length - middle) / middle - inCommon(text, at) / (options.length - 1)
	);
};

const looks: readonly Look[] = [
	({ options }) => options.map(({ length }) => length),
	({ options }) => options.map(({ length }) => -length),
	({ options }) => options.map(wordCount),
	({ options, stem }) => options.map((text) => shared(text, stem)),
	oddness,
	({ options, ordered }) => options.map((_, at) => (ordered ? -at : 0)),
	({ options, ordered }) => options.map((_, at) => (ordered ? at : 0))
];

/** What the key gains beyond chance when the most liked option is taken; ties share. */
function gainOf(liked: readonly number[], key: number): number {
	const most = Math.max(...liked);
	const taken = liked.filter((one) => one === most).length;
	return (liked[key] === most ? 1 / taken : 0) - 1 / liked.length;
}
