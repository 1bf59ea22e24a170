import atlas from '#lib/server/atlas.ts';
import { library } from '#lib/server/library.ts';
import { explainers } from '#lib/server/pages/explainers.ts';
import { homePage } from '#lib/server/pages/home.ts';
import { overviewOf } from '#lib/server/pages/overview.ts';

export const prerender = true;

export function load() {
	const { index, bank } = library();
	return {
		home: homePage(index, explainers, bank.items.length),
		overview: atlas ? overviewOf(atlas) : undefined
	};
}
