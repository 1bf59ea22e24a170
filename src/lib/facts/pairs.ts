import type { Pack } from './pack.ts';

/** The two names of one place: of the first side and of the second, in the order of the sourcebook. */
export type NamePair = readonly [first: string, second: string];

/** Places that both sides name, each in its own way; none where a sourcebook has more or fewer sides than two. */
export function namePairs({
	sourcebook,
	entities
}: Pick<Pack, 'sourcebook' | 'entities'>): NamePair[] {
	const [first, second, ...more] = sourcebook.sides;
	if (!first || !second || more.length > 0) return [];
	return entities.flatMap(({ names }) => {
		const [one, other] = [names[first.id], names[second.id]];
		return one !== undefined && other !== undefined && one !== other ? [[one, other] as const] : [];
	});
}

/** What joins the two names in running text. */
export const joint = ' / ';

/** Where the last word of a text begins; two names that a stroke joins are one word. */
export const lastWordAt = (text: string): number =>
	/(?:\S+ \/ )?\S*$/.exec(text)?.index ?? text.length;
