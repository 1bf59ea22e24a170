import { library } from '#lib/server/library.ts';
import { sourcesPage } from '#lib/server/pages/sources.ts';

export const prerender = true;

export const load = () => ({ sources: sourcesPage(library().index) });
