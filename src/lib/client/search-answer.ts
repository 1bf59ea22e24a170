import { mount } from 'svelte';
import SearchResults from '#lib/components/SearchResults.svelte';
import type { Answer, Entry, SearchKind } from '#lib/search/entry.ts';
import { searchOf } from '#lib/search/search.ts';

const here = 'The server can’t be reached; this answer comes from the copy in your browser.';
const nothingKept =
	'The server can’t be reached, and no copy is kept in your browser. Try again with a connection.';

async function answerOf(address: string, query: string, only: SearchKind | null): Promise<Answer> {
	try {
		const entries = (await (await fetch(address)).json()) as Entry[];
		const answer = searchOf(entries).ask(query, only ?? undefined);
		return { ...answer, said: [here, answer.said].filter(Boolean).join(' ') };
	} catch {
		return { query, said: nothingKept, groups: [] };
	}
}

/** Puts the answer from the entries at an address, which the browser keeps, into the page. */
export async function answerIn(
	results: HTMLElement,
	address: string,
	query: string,
	only: SearchKind | null
) {
	const answer = await answerOf(address, query, only);
	results.replaceChildren();
	mount(SearchResults, { target: results, props: { answer, action: location.pathname } });
}
