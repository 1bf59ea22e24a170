import { library } from '#lib/server/library.ts';
import { timelinePage } from '#lib/server/pages/timeline.ts';

export const load = ({ url }) => ({ timeline: timelinePage(library().index, url.searchParams) });
