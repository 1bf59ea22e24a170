import MiniSearch, { type Query, type SearchOptions, type SearchResult } from 'minisearch';
import { searchKinds, type Answer, type Entry, type Hit, type SearchKind } from './entry.ts';
import { contextOf, indexed, isForeign, soundsOf, stretchesOf, termsOf, wordsIn } from './words.ts';

export const longestQuery = 200;
const shownOfAKind = 8;
const shownOfOneKind = 100;

const fields = ['title', 'names', 'text'] as const;

const sure: SearchOptions = {
	boost: { title: 3, names: 2 },
	combineWith: 'AND',
	prefix: (word) => word.length > 2
};
/** One letter in five may differ, or one of four; shorter words must be right. */
const close: SearchOptions = { ...sure, fuzzy: (word) => (word.length > 3 ? 0.2 : false) };

/** How a query is tried, one way after the other until something is found; `heard` says which words are also taken by their sound. */
const ways: { options: SearchOptions; heard: (word: string) => boolean; said: string }[] = [
	{ options: sure, heard: isForeign, said: '' },
	{ options: sure, heard: () => true, said: 'Nothing is spelled like this; these sound alike.' },
	{ options: close, heard: () => true, said: 'Nothing has exactly these words; these come close.' },
	{
		options: { ...close, combineWith: 'OR' },
		heard: () => true,
		said: 'Nothing has all of these words; these have some of them.'
	}
];

/** Words that are searched for as they stand. */
const asWritten: SearchOptions = { tokenize: (text) => [text], processTerm: (term) => term };
/** A sound is found whole or not at all. */
const asHeard: SearchOptions = { ...asWritten, prefix: false, fuzzy: false };

/** Every word in one of its spellings. */
const queryIn = (words: readonly string[], { options, heard }: (typeof ways)[number]): Query => ({
	...options,
	...asWritten,
	queries: words.flatMap((word) => {
		const term = indexed(word);
		if (term === null) return [];
		const sounds = heard(word) ? soundsOf(word) : [];
		const queries: Query[] = [term, ...sounds.map((sound) => ({ ...asHeard, queries: [sound] }))];
		return [{ combineWith: 'OR', queries }];
	})
});

/** Finds entries by words. Building it takes time linear in the text; asking takes a few milliseconds. */
export interface Search {
	/** @param only show one kind, and more of it */
	ask(query: string, only?: SearchKind): Answer;
}

function hitOf({ href, title, names, text, aside, standing }: Entry, result: SearchResult): Hit {
	const found = new Set(result.terms);
	const has = (part: string) =>
		wordsIn(part).some((word) => termsOf(word).some((term) => found.has(term)));
	// What was found in another name only is shown by that name.
	const context = !has(title) && !has(text) && has(names) ? names : contextOf(text, found);
	return {
		href,
		title: stretchesOf(title, found),
		context: stretchesOf(context, found),
		aside,
		...(standing && { standing })
	};
}

/** Makes the entries searchable: the same entries give the same answers, on the server and in the browser. */
export function searchOf(entries: readonly Entry[]): Search {
	const index = new MiniSearch<Entry & { id: number }>({
		fields: [...fields],
		tokenize: wordsIn,
		processTerm: termsOf
	});
	index.addAll(entries.map((entry, id) => ({ ...entry, id })));

	function find(query: string) {
		for (const way of ways) {
			const results = index.search(queryIn(wordsIn(query), way));
			if (results.length > 0) return { results, said: way.said };
		}
		return { results: [], said: '' };
	}

	return {
		ask(query, only) {
			const answer = (said: string): Answer => ({ query, said, groups: [] });
			if (query.length > longestQuery)
				return answer(
					`That is more than this search can take, at most ${longestQuery} characters. Shorten it to a few words.`
				);
			if (wordsIn(query).length === 0) return answer('Type one or more words to search for.');
			if (wordsIn(query).every((word) => indexed(word) === null))
				return answer(
					'These words stand on almost every page. Add one that says what you look for.'
				);
			const { results, said } = find(query);
			if (results.length === 0)
				return answer(
					`Nothing was found for “${query}”. Check the spelling, or try fewer or other words.`
				);
			const groups = searchKinds.flatMap((kind) => {
				const own = results.flatMap((result) => {
					const entry = entries[result.id as number];
					return entry?.kind === kind ? [{ entry, result }] : [];
				});
				if (own.length === 0 || (only && only !== kind)) return [];
				const shown = own.slice(0, only ? shownOfOneKind : shownOfAKind);
				return [
					{ kind, total: own.length, hits: shown.map(({ entry, result }) => hitOf(entry, result)) }
				];
			});
			return { query, said, groups };
		}
	};
}
