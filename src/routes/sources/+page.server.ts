import { library } from '#lib/server/library.ts';
import { sourcesPage } from '#lib/server/pages/sources.ts';

export const load = ({ url }) => ({ sources: sourcesPage(library().index, url.searchParams) });
