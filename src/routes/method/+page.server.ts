import { library } from '#lib/server/library.ts';
import { methodPage } from '#lib/server/pages/method.ts';

export const prerender = true;

export function load() {
	const { index, bank } = library();
	return { method: methodPage(index, bank) };
}
