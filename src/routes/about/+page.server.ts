import { library } from '#lib/server/library.ts';
import { explainers } from '#lib/server/pages/explainers.ts';
import { homePage } from '#lib/server/pages/home.ts';
import { ownWords } from '#lib/server/pages/own-words.ts';

export const prerender = true;

export function load() {
	const { index, bank } = library();
	const { counts } = homePage(index, explainers, bank.items.length);
	return { counts, about: ownWords('about') };
}
