import { library } from '#lib/server/library.ts';
import { glossaryPage } from '#lib/server/pages/glossary.ts';

export const prerender = true;

export const load = () => ({ glossary: glossaryPage(library().index) });
