import { error } from '@sveltejs/kit';
import { answersOf } from '#lib/server/answers.ts';
import { admitEditor } from '#lib/server/editors.ts';
import { library } from '#lib/server/library.ts';
import { itemPage } from '#lib/server/pages/item.ts';

export function load(event) {
	admitEditor(event);
	const known = library();
	const item = itemPage(event.params.id, event.url.searchParams, known, answersOf(known.bank));
	if (!item) error(404, `There is no item called “${event.params.id}” in the bank.`);
	return { item };
}
