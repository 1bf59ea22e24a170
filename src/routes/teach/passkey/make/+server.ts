import { json } from '@sveltejs/kit';
import { deviceName } from '#lib/server/accounts/devices.ts';
import { siteOf } from '#lib/server/accounts/open.ts';
import { readMade } from '#lib/server/accounts/passkeys/answers.ts';
import { addPasskey } from '#lib/server/accounts/passkeys/passkeys.ts';
import { asTeacher } from '#lib/server/accounts/teacher.ts';
import type { RequestHandler } from './$types';

/** Keeps the passkey that a browser made; it is called by the browser and its system. */
export const POST: RequestHandler = async (event) => {
	const made = await readMade(event.request);
	const name = deviceName(event.request.headers.get('user-agent') ?? '');
	const answer = await asTeacher(event, (desk, _, teacher) =>
		addPasskey(desk, teacher, { ...made, name }, siteOf(event))
	);
	return json(answer, { status: answer.ok ? 200 : 400 });
};
