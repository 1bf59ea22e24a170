import { admitEditor } from '#lib/server/editors.ts';
import { library } from '#lib/server/library.ts';
import { itemsPage } from '#lib/server/pages/items.ts';

export function load(event) {
	admitEditor(event);
	return { bank: itemsPage(event.url.searchParams, library()) };
}
