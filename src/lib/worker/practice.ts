import type { Item } from '../items/item.ts';
import type { PaperPack, PracticeItem } from '../papers/pack.ts';
import { copiesIn } from './copies.ts';
import { fitAll, practiceName } from './room.ts';
import type { Names } from './version.ts';

/** So many papers that were opened, and items that were met, are kept at most: the last ones. */
const most: Record<'paper' | 'item', number> = { paper: 8, item: 100 };

const isPaper = (path: string) => /^\/quiz\/[^/]+\/[^/]+\/paper\.json$/.test(path);
const isItem = (path: string) => /^\/practice\/[^/]+$/.test(path);
export const isPractice = (path: string): boolean => isPaper(path) || isItem(path);

const itemIn = ({ forms, prompts }: PaperPack, id: string): Item | undefined =>
	[...prompts, ...forms.flatMap(({ items }) => items.map(({ item }) => item))].find(
		(item) => item.id === id
	);

/** An item of the papers that are kept from the first visit on, or of the questions in the text. */
async function fromPacks(path: string, { whole }: Names): Promise<Response | undefined> {
	const id = decodeURIComponent(path.split('/').pop() ?? '');
	const copies = copiesIn(whole);
	for (const address of await copies.ending('/papers.json')) {
		const pack = (await (await copies.find(address))?.json()) as PaperPack | undefined;
		const item = pack && itemIn(pack, id);
		if (!item) continue;
		const { cards, shorts, pairs, report } = pack;
		const { rev, topic } = item;
		const packed: PracticeItem = { id, rev, topic, item, cards, shorts, pairs, report };
		return Response.json(packed);
	}
	return undefined;
}

/** What lies at an address of practice: from the network, else as it was kept. A paper of a named version never changes. */
export async function practice(request: Request, names: Names): Promise<Response> {
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
			await fitAll(names);
		} else if (response.status === 404) await copies.drop(request.url); // the bank has it no more
		return response;
	} catch (error) {
		const found =
			(await copies.find(request, { ignoreSearch: search === '' })) ??
			(isItem(pathname) ? await fromPacks(pathname, names) : undefined);
		if (found) return found;
		throw error;
	}
}
