import { json } from '@sveltejs/kit';
import { library } from '#lib/server/library.ts';
import { searchEntries } from '#lib/server/pages/search.ts';

/** All that can be found, for a browser that searches by itself while the server can't be reached. */
export const prerender = true;

export const GET = () => json(searchEntries(library().index));
