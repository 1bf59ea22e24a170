import { copiesIn } from './copies.ts';

/** Papers and items with their keys. They outlive a version: a paper that was begun in one can be finished in the next. */
export const practiceName = 'sourcebook-practice-1';

/** So many papers that were opened, and items that were met, are kept: the last ones. */
const most: Record<'paper' | 'item', number> = { paper: 8, item: 100 };

const isPaper = (path: string) => /^\/quiz\/[^/]+\/[^/]+\/paper\.json$/.test(path);
const isItem = (path: string) => /^\/practice\/[^/]+$/.test(path);
export const isPractice = (path: string): boolean => isPaper(path) || isItem(path);

/** What lies at an address of practice: from the network, else as it was kept. A paper of a named version never changes. */
export async function practice(request: Request): Promise<Response> {
	const copies = copiesIn(practiceName);
	const { pathname, search } = new URL(request.url);
	const fixed = isPaper(pathname) && search !== '' && (await copies.find(request));
	if (fixed) return fixed;
	try {
		const response = await fetch(request);
		if (response.ok) {
			await copies.keep(request.url, response.clone());
			await copies.trim(most.paper, isPaper);
			await copies.trim(most.item, isItem);
		} else if (response.status === 404) await copies.drop(request.url); // the bank has it no more
		return response;
	} catch (error) {
		const found = await copies.find(request, { ignoreSearch: search === '' });
		if (found) return found;
		throw error;
	}
}
