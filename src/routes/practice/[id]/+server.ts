import { error, json } from '@sveltejs/kit';
import { library } from '#lib/server/library.ts';
import { practiceItem } from '#lib/server/practice.ts';

/** An item with its key, for the reader's own reviews. */
export function GET({ params: { id } }) {
	const item = practiceItem(id, library());
	return item ? json(item) : error(404, 'There is no such question any more.');
}
