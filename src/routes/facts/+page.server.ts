import { library } from '#lib/server/library.ts';
import { factsPage } from '#lib/server/pages/facts.ts';

export const prerender = true;

export const load = () => ({ facts: factsPage(library().index) });
