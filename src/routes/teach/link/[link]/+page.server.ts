import { error, redirect } from '@sveltejs/kit';
import { holdLink } from '#lib/server/accounts/teacher.ts';
import { withGround } from '#lib/server/classes/app.ts';
import { classOfLink } from '#lib/server/classes/classes.ts';
import type { PageServerLoad } from './$types';

/** The private link of a class: from now on, this browser may act for it. */
export const load: PageServerLoad = async (event) => {
	const { link } = event.params;
	const found = await withGround(event, (ground) => classOfLink(ground, link));
	if (!found)
		error(
			404,
			'This private link is not whole, or opens nothing any more: the class was put into an account, was deleted, or has a new link.'
		);
	holdLink(event, link);
	// at once: the address must not stay where others can read it
	redirect(303, '/teach');
};
