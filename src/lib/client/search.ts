import type { SearchKind } from '#lib/search/entry.ts';
import { queryOf } from '#lib/search/query.ts';

/** Answers what the page was asked but the server had no part in: a copy of the empty page, kept for that, came instead. */
export async function searchHere(form: HTMLFormElement) {
	const asked = new URLSearchParams(location.search);
	const query = queryOf(asked.get('q') ?? '');
	const { search: address = '', answered } = form.dataset;
	const results = document.getElementById('results');
	if (!results || query === answered) return;
	const input = form.elements.namedItem('q');
	if (input instanceof HTMLInputElement) input.value = query;
	const { answerIn } = await import('./search-answer.ts');
	await answerIn(results, address, query, asked.get('kind') as SearchKind | null);
}
