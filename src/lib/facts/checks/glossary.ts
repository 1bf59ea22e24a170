import { fold, wholeWord } from '../words.ts';
import type { CheckContext } from './context.ts';
import { loadedWords } from './context.ts';

const year = /\b1[5-9]\d\d\b|\b20\d\d\b/;

/** A pattern for every name that the pack gives to something; a pack without entities has none. */
function namePattern({ pack }: CheckContext['index']): RegExp | undefined {
	const names = pack.entities
		.filter(({ kind }) => kind !== 'event')
		.flatMap(({ name, short, adjectives, names }) => [
			name,
			...(short === undefined ? [] : [short]),
			...adjectives,
			...Object.values(names)
		])
		.filter((name) => /^\p{Lu}/u.test(name));
	return names.length === 0 ? undefined : wholeWord(names);
}

/** The glossary: each word stands for one thing, and what a text says about names and years rests on facts. */
export function checkGlossary({ index, report }: CheckContext): void {
	const names = namePattern(index);
	const owners = new Map<string, string>();
	for (const { id, term, aliases, text, facts } of index.pack.glossary) {
		const say = (path: PropertyKey[], code: string, message: string) =>
			report('glossary', id, path, code, message);
		[term, ...aliases].forEach((word, position) => {
			const owner = owners.get(fold(word));
			if (owner !== undefined)
				say(
					position === 0 ? ['term'] : ['aliases', position - 1],
					'duplicate-term',
					`${id}: "${word}" is already a word of "${owner}": a word has one entry only.`
				);
			owners.set(fold(word), id);
		});
		facts.forEach((fact, position) => {
			if (!index.fact.has(fact))
				say(['facts', position], 'unknown-fact', `${id}: there is no fact "${fact}".`);
		});
		for (const word of loadedWords(`${term}. ${text}`, index.pack.sourcebook.loaded))
			say(
				['text'],
				'loaded-word',
				`${id}: "${word}" takes a side; use neutral words, or put it in quotation marks and say whose it is.`
			);
		const claim = year.exec(text)?.[0] ?? names?.exec(text)?.[0];
		if (claim !== undefined && facts.length === 0)
			say(
				['text'],
				'no-facts',
				`${id}: the text speaks of ${claim}; name the facts it rests on, facts: [id], or keep to the general meaning.`
			);
	}
}
