import type { Page } from '@playwright/test';

/** Opens the search with a query. */
export const search = (page: Page, query: string) =>
	page.goto(`/search?${new URLSearchParams({ q: query })}`);

/** A word that facts are sure to have: the name of the first state on the list. */
export async function someWord(page: Page): Promise<string> {
	await page.goto('/entities');
	const name = (await page.locator('#state .entries a').first().textContent()) ?? '';
	return name.split(/[^\p{L}]+/u).toSorted((a, b) => b.length - a.length)[0] ?? '';
}
