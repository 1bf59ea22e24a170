import { group, type Index } from '../facts/pack.ts';
import { askedFacts, type Item } from './item.ts';
import { readingOf } from './reading.ts';
import { stemsOf } from './stems.ts';
import { anyStands, tellable, type Read, type Tellable } from './tellable.ts';
import { wordingFinder } from './wordings.ts';

function readTogether(texts: readonly string[], facts: readonly string[]): Read {
	const words = new Set<string>();
	for (const text of texts) for (const word of stemsOf(text)) words.add(word);
	return { texts, facts, words, found: new Map() };
}

/**
 * Learns the facts of a pack. The result reads an item as a candidate does before answering, and gives the ids of the facts
 * that it tells beside those that it asks about: what another question could ask for.
 */
export function startReading(index: Index): (item: Item) => string[] {
	const facts = index.pack.facts.flatMap((fact) => tellable(fact, index));
	const find = wordingFinder(new Map(facts.map((fact) => [fact, fact.about])));
	const marked = group(facts, ({ marks }) => marks);
	const akin = new Map(
		facts.map(({ id, marks }) => [id, new Set(marks.flatMap((one) => marked.get(one) ?? []))])
	);
	const names = (read: Read, fact: Tellable) =>
		read.facts.some((id) => akin.get(id)?.has(fact)) || anyStands(fact.about, read);
	return (item) => {
		const { shared, parts } = readingOf(item);
		const texts = [shared, ...parts.map(({ text }) => text)];
		const whole = readTogether(texts, [...new Set(parts.flatMap((one) => one.facts))]);
		const found = find(whole.words);
		for (const id of whole.facts) for (const fact of akin.get(id) ?? []) found.add(fact);
		const own = new Set(askedFacts(item));
		const told = [...found].filter(({ id, says }) => !own.has(id) && says(whole));
		if (told.length === 0) return [];
		const read =
			parts.length === 1
				? [whole]
				: parts.map(({ text, facts }) => readTogether([shared, text], facts));
		return told
			.filter((fact) => read.some((one) => names(one, fact) && fact.says(one)))
			.map(({ id }) => id)
			.sort();
	};
}
