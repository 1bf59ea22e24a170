import { error, json } from '@sveltejs/kit';
import { library } from '#lib/server/library.ts';
import { paperPack } from '#lib/server/practice.ts';
import { formAt } from '../../../problems.ts';

/** A paper with its keys, for a browser that may lose the server while it is answered; `?v=` names its version. */
export function GET({ params, url }) {
	const form = formAt(params);
	const version = url.searchParams.get('v');
	if (version !== null && version !== form.bank)
		error(410, 'The questions changed since this paper was opened.');
	const pack = paperPack([form], library());
	return pack ? json(pack) : error(403, 'This paper stays on the server.');
}
