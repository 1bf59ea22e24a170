import { capitalise } from '#lib/facts/naming.ts';
import type { Index } from '#lib/facts/pack.ts';
import { lastWordAt } from '#lib/facts/pairs.ts';
import { cardOf } from './card.ts';

/** The glossary, alphabetical; each text with the numbers of the facts it rests on. */
export function glossaryPage(index: Index) {
	const terms = [...index.pack.glossary].sort((a, b) => a.term.localeCompare(b.term, 'en'));
	const facts = [...new Set(terms.flatMap((term) => term.facts))];
	const cards = facts.map((id) => cardOf(id, index, { Page: '/glossary' }));
	const letterOf = (term: string) => term.charAt(0).toUpperCase();
	const noted = new Set<number>();
	return {
		cards,
		// the first term of each letter is where the letter leads
		letters: [...new Map(terms.toReversed().map(({ term, id }) => [letterOf(term), id]))]
			.map(([letter, id]) => ({ letter, id }))
			.toReversed(),
		terms: terms.map(({ id, term, text, facts: own }) => {
			const numbers = own.map((fact) => facts.indexOf(fact) + 1);
			const fresh = numbers.filter((number) => !noted.has(number));
			for (const number of fresh) noted.add(number);
			const at = lastWordAt(text);
			return {
				id,
				term: capitalise(term),
				text: text.slice(0, at),
				last: text.slice(at).replace(/[.!?]$/, ''),
				stop: /[.!?]$/.exec(text)?.[0] ?? '',
				numbers,
				notes: fresh.flatMap((number) => {
					const short = cards[number - 1]?.short;
					return short === undefined ? [] : [{ number, short }];
				})
			};
		})
	};
}
