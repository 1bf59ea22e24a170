import { library } from '#lib/server/library.ts';
import { entitiesPage } from '#lib/server/pages/entities.ts';

export const prerender = true;

export const load = () => ({ entities: entitiesPage(library().index) });
