import { json } from '@sveltejs/kit';
import { siteOf } from '#lib/server/accounts/open.ts';
import { offerToMake } from '#lib/server/accounts/passkeys/passkeys.ts';
import { asTeacher } from '#lib/server/accounts/teacher.ts';
import type { RequestHandler } from './$types';

/** What a browser is asked, so that the teacher gets a passkey. */
export const POST: RequestHandler = async (event) =>
	json(
		await asTeacher(event, (desk, visit, teacher) =>
			offerToMake(desk, visit, teacher, siteOf(event))
		)
	);
