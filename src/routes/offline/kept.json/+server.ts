import { json } from '@sveltejs/kit';
import { library } from '#lib/server/library.ts';
import { explainers } from '#lib/server/pages/explainers.ts';
import { keptPaths } from '#lib/server/pages/kept.ts';

/** What src/service-worker.ts keeps from the first visit on. */
export const prerender = true;

export const GET = () => json(keptPaths(library().index, explainers));
