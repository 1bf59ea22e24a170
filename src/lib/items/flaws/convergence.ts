import { valueOf, wordsOf } from './text.ts';

/** Options as sets of words, without those that all have: they tell nothing. */
function informative(words: readonly ReadonlySet<string>[]): Set<string>[] {
	return words.map(
		(own) => new Set([...own].filter((word) => words.some((other) => !other.has(word))))
	);
}

/**
 * Convergence: test writers vary the key to make distractors, so that its parts come up most often. The key is all made of
 * words of other options, one of one and another of another, and no distractor shares as many words with the others.
 */
export function converges(options: readonly string[], key: string): boolean {
	const words = options.map((text) => wordsOf(text));
	const own = options.indexOf(key);
	const isShared = (word: string) => words.some((other, at) => at !== own && other.has(word));
	// Asked first: most keys have a word of their own.
	if (![...(words[own] ?? [])].every(isShared)) return false;
	if (options.every((text) => valueOf(text))) return false;
	const sets = informative(words);
	const partners = (at: number) =>
		sets.map((other, i) =>
			i === at ? [] : [...other].filter((word) => sets[at]?.has(word)).sort()
		);
	const ties = (at: number) => partners(at).filter(({ length }) => length > 0);
	const shared = new Set(ties(own).map((words) => words.join(' ')));
	const others = options.flatMap((_, at) => (at === own ? [] : [ties(at).flat().length]));
	return shared.size >= 2 && ties(own).flat().length > Math.max(...others);
}
