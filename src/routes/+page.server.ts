import { library } from '#lib/server/library.ts';
import { explainers } from '#lib/server/pages/explainers.ts';
import { homePage } from '#lib/server/pages/home.ts';

export const prerender = true;

export function load() {
	const { index, bank } = library();
	return { home: homePage(index, explainers, bank.items.length) };
}
