import { namePairs } from '#lib/facts/pairs.ts';
import { library } from '#lib/server/library.ts';

export const prerender = true;

export function load() {
	const { pack } = library().index;
	const [example] = namePairs(pack);
	return { sides: pack.sourcebook.sides.map(({ name }) => name), example };
}
