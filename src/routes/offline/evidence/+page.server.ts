import { library } from '#lib/server/library.ts';
import { explainers } from '#lib/server/pages/explainers.ts';
import { contents } from '#lib/server/pages/home.ts';

export const prerender = true;

export const load = () => ({ contents: contents(library().index, explainers) });
