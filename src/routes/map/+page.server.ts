import { error } from '@sveltejs/kit';
import atlas from '#lib/server/atlas.ts';
import { library } from '#lib/server/library.ts';
import { mapPage } from '#lib/server/pages/map.ts';

export function load({ url }) {
	if (!atlas) error(404, 'This sourcebook has no map.');
	return { map: mapPage(library().index, atlas, url.searchParams) };
}
