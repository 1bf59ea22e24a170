import { library } from '#lib/server/library.ts';
import { searchPage } from '#lib/server/pages/search.ts';

export const load = ({ url }) => ({ search: searchPage(url.searchParams, library().index) });
