import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { handIn, type Returned } from '#lib/papers/handin.ts';
import { paperPage } from '#lib/papers/paper.ts';
import { entriesOf } from '#lib/server/entries.ts';
import { library } from '#lib/server/library.ts';
import { headingOf } from '#lib/server/papers.ts';
import { formAt, onlyOf } from '../../problems.ts';

export function load({ params, url }) {
	const form = formAt(params);
	if (form.seed !== params.seed) {
		const { module, seed } = form;
		redirect(308, resolve('/quiz/[module]/[seed]', { module, seed }) + url.search);
	}
	const heading = headingOf(form.module, library().index);
	return { paper: paperPage(form, heading, onlyOf(url, form)) };
}

const unreadable: Omit<Returned, 'status'> = {
	problems: [{ number: 0, message: 'The answers could not be read. Please hand in again.' }],
	unanswered: [],
	typed: {}
};

export const actions = {
	default: async ({ params, url, request }) => {
		const form = formAt(params);
		const only = onlyOf(url, form);
		const entries = await entriesOf(request);
		if (!entries) return fail(400, unreadable);
		const handed = handIn(form, entries, only);
		if (!('code' in handed)) return fail(handed.status, handed);
		const { module, seed } = form;
		const query = new URLSearchParams({
			v: form.bank,
			r: handed.code,
			...(only && { only: only.join() })
		});
		redirect(303, `${resolve('/quiz/[module]/[seed]/result', { module, seed })}?${query}`);
	}
};
