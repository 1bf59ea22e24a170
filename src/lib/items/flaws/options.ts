import { converges } from './convergence.ts';
import { tellingWords } from './telling.ts';

/** Flaws that a writer looks for before it keeps a set of options; texts only, so that any item can be judged. */

/**
 * Words that stand in stem and key but in no distractor: they give the key away. They don't where every distractor has such
 * words of its own, because the stem names all that is offered.
 */
export function echoes(stem: string, key: string, distractors: readonly string[]): string[] {
	const inStem = tellingWords(stem);
	const texts = [key, ...distractors];
	const words = texts.map((text) => tellingWords(text));
	const isElsewhere = (word: string, at: number) =>
		words.some((other, place) => texts[place] !== texts[at] && other.has(word));
	// Asked first: of most keys no word stands in the stem.
	if (words[0]?.isDisjointFrom(inStem)) return [];
	const own = words.map((mine, at) =>
		[...mine].filter((word) => inStem.has(word) && !isElsewhere(word, at))
	);
	const allNamed = distractors.length > 0 && own.every(({ length }) => length > 0);
	return allNamed ? [] : (own[0] ?? []);
}

/** The key is at least 1.3 times as long as the next longest option. */
export function keyIsLongest(key: string, distractors: readonly string[]): boolean {
	const next = Math.max(...distractors.map(({ length }) => length));
	return key.length >= 12 && key.length >= 1.3 * next;
}

/** Two options read the same. */
export function sameTexts(texts: readonly string[]): boolean {
	const same = (a: string, b: string) =>
		a.length === b.length && a.toLowerCase() === b.toLowerCase();
	return texts.some((text, at) => texts.slice(0, at).some((other) => same(text, other)));
}

/** Some options have a feature and the key is the only one that has it, or that lacks it: digits, a slash, brackets, a small first letter. */
export function keyIsOdd(key: string, distractors: readonly string[]): boolean {
	const features = [/\d/, /\//, /\(/, /^\p{Ll}/u];
	return features.some((feature) => {
		const mine = feature.test(key);
		return distractors.every((text) => feature.test(text) !== mine);
	});
}

/** The flaw that a set of options has, by name; undefined when it has none of these. */
export function optionFlaw(
	stem: string,
	key: string,
	distractors: readonly string[]
): string | undefined {
	if (sameTexts([key, ...distractors])) return 'same-texts';
	if (echoes(stem, key, distractors).length > 0) return 'echo';
	if (keyIsLongest(key, distractors)) return 'longest-is-key';
	if (keyIsOdd(key, distractors)) return 'odd-one-out';
	return converges([key, ...distractors], key) ? 'convergence-cue' : undefined;
}
