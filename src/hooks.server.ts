import { randomUUID } from 'node:crypto';
import type { HandleServerError } from '@sveltejs/kit';

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
