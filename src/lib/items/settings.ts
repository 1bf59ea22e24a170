import type { Chronology } from './chronology.ts';
import { sameTexts } from './flaws/options.ts';
import { hashOrder } from './hash.ts';
import { apart, isPlain, type Moment } from './moments.ts';

const fixedCount = 3;
/** Places among the fixed events: before all of them, between two, after all. */
export const places: readonly number[] = [0, 1, 2, 3];

/** So many events of one side, whose days are apart and whose names don't place each other. */
function drawn(
	id: string,
	near: readonly Moment[],
	count: number,
	{ related }: Chronology
): Moment[] | undefined {
	const set: Moment[] = [];
	for (const moment of hashOrder(near.slice(0, 6), id, ({ fact }) => fact.id))
		if (set.length < count && set.every((one) => apart(one, moment) && !related(one, moment)))
			set.push(moment);
	return set.length === count ? set : undefined;
}

/** Three fixed events, `place` of them before the event, in their order. */
function fixedEvents(id: string, moment: Moment, place: number, chronology: Chronology) {
	const { before, after } = chronology.around(moment);
	const earlier = drawn(id, before.filter(isPlain), place, chronology);
	const later = drawn(id, after.filter(isPlain), fixedCount - place, chronology);
	if (!earlier || !later) return undefined;
	const fixed = [...earlier, ...later].sort((a, b) => a.known.first - b.known.first);
	return sameTexts([moment, ...fixed].map(({ name }) => name)) ? undefined : fixed;
}

/** An event among three fixed ones. */
export interface Setting {
	/** How many of the fixed events come before the event. */
	place: number;
	gaps: { text: string; bounds: Moment[] }[];
	fixed: Moment[];
}

/** A gap of the timeline in words, with the events that bound it. */
function gapAt(place: number, fixed: readonly Moment[]) {
	const bounds = fixed.slice(Math.max(0, place - 1), place + 1);
	const names = bounds.map(({ name }) => name).join(' and ');
	const relation = place === 0 ? 'Before' : place === fixed.length ? 'After' : 'Between';
	return { text: `${relation} ${names}`, bounds };
}

/** Sets of fixed events that leave an event one of some places, in an order that depends on nothing but names. */
export function* settings(
	id: string,
	moment: Moment,
	among: readonly number[],
	chronology: Chronology
): Generator<Setting> {
	for (const attempt of [0, 1, 2, 3])
		for (const place of hashOrder(among, id, String)) {
			const fixed = fixedEvents(`${id}/${attempt}`, moment, place, chronology);
			if (fixed) yield { place, gaps: places.map((gap) => gapAt(gap, fixed)), fixed };
		}
}
