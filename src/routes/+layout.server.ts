import atlas from '#lib/server/atlas.ts';
import { library } from '#lib/server/library.ts';
import { frame } from '#lib/server/pages/home.ts';

export const load = () => ({ ...frame(library().index), hasMap: atlas !== null });
