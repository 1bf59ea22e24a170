import { copiesIn } from './copies.ts';
import { isStyle } from './styles.ts';
import type { Names } from './version.ts';

/** Papers and items with their keys. They outlive a version: a paper that was begun in one can be finished in the next. */
export const practiceName = 'sourcebook-practice-1';

/** In bytes: of the 1.5 MB that all may take up, the rest is for the reader’s own record. */
const most = 1_450_000;

/** What pages that stay may need. */
const needed = (path: string) => path.startsWith('/_app/') || isStyle(path);

/**
 * Makes room: what was kept first of papers, items and further pages goes first, until all copies together take no more
 * than they may. What a version needs stays.
 */
export async function fitAll({ whole, read }: Pick<Names, 'whole' | 'read'>): Promise<void> {
	const room = most - (await copiesIn(whole).size());
	const practice = copiesIn(practiceName);
	// half of it at least is for papers that were begun, and reviews
	await practice.fit(Math.max(room / 2, room - (await copiesIn(read).size())));
	await copiesIn(read).fit(room - (await practice.size()), (path) => !needed(path));
}
