import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { library } from '#lib/server/library.ts';
import { keyPage } from '#lib/server/pages/key.ts';
import { formAt } from '../../../problems.ts';

/**
 * The key of a paper. For a paper that anyone may draw it is no secret: its result page tells the same to whoever hands in
 * nothing. A paper that a teacher assigns must not lead here before it is closed.
 */
export function load({ params }) {
	const form = formAt(params);
	const { module, seed } = form;
	if (seed !== params.seed) redirect(308, resolve('/quiz/[module]/[seed]/key', { module, seed }));
	return { key: keyPage(form, library().index) };
}
