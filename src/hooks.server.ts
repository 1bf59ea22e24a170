import { randomUUID } from 'node:crypto';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { building } from '$app/environment';
import { env } from '$env/dynamic/private';
import { readSettings } from '#lib/server/accounts/settings.ts';
import { attemptsProblem } from '#lib/server/answers.ts';
import { bothNames } from '#lib/server/both-names.ts';
import { startStorage } from '#lib/server/classes/app.ts';
import { keyProblem } from '#lib/server/editors.ts';
import { keepTidy } from '#lib/server/housekeeping.ts';
import { withoutMarks } from '#lib/server/without-marks.ts';

/** What is wrong with how the server was started is said at once, not when somebody meets it. */
export const init: ServerInit = () => {
	if (building) return;
	for (const problem of [keyProblem(), attemptsProblem(), ...readSettings(env).problems])
		if (problem) console.error(problem);
	startStorage();
	keepTidy();
};

/** What is somebody's own is kept by no browser: after signing out, "back" must not show it. */
const isOwn = (path: string) => /^\/(?:teach|class|join|back)(?:\/|$)/.test(path);

export const handle: Handle = async ({ event, resolve }) => {
	const response = await resolve(event, {
		transformPageChunk: ({ html }) => bothNames(withoutMarks(html))
	});
	const { headers } = response;
	// what is sent bit by bit says besides that nobody on the way may hold it back
	const says = headers.get('cache-control')?.includes('no-store');
	if (isOwn(event.url.pathname) && !says) headers.set('cache-control', 'no-store');
	return response;
};

/** What went wrong on the visitor's side needs no id and no entry in the log. */
const sentences: Record<number, string> = {
	404: 'There is no such page.',
	405: 'This page takes no such request.',
	413: 'This is too much to send at once: the limit is 512 kB. Go back and shorten it.',
	415: 'This page takes no form of this kind.'
};

/** The visitor gets a sentence and an id; the stack stays in the server's log under that id. */
export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status < 500) return { message: sentences[status] ?? message };
	const id = randomUUID().slice(0, 8);
	console.error(`[${id}] ${event.request.method} ${event.url.pathname}`, error);
	return { message: `Something went wrong on the server (error ${id}). Please try again.`, id };
};
