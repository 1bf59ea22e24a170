import { library } from '#lib/server/library.ts';
import { mixedChoices } from '#lib/server/pages/practice.ts';

export const prerender = true;

export const load = () => ({ mixed: mixedChoices(library().index) });
