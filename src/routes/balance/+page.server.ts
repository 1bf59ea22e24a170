import { library } from '#lib/server/library.ts';
import { balancePage } from '#lib/server/pages/balance.ts';

export const prerender = true;

export const load = () => ({ balance: balancePage(library().index) });
