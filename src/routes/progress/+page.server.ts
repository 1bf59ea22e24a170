import { library } from '#lib/server/library.ts';
import { explainers } from '#lib/server/pages/explainers.ts';
import { progressPage } from '#lib/server/pages/practice.ts';

export const prerender = true;

export function load() {
	const { index, bank } = library();
	return { progress: progressPage(index, bank, explainers) };
}
