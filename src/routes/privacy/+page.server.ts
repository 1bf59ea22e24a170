import { keptMonths } from '#lib/server/classes/kept-months.ts';
import { noticeDays } from '#lib/server/classes/unused.ts';

export const prerender = true;

export const load = () => ({ months: keptMonths, noticeDays });
