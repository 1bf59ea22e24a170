import { givenIn, type Sat } from './sat.ts';

/** A topic or a level, with what was gained in it. */
export interface Area {
	id: string;
	/** Different items asked, and answers to them. */
	items: number;
	answers: number;
	/** The share of the marks that were gained, 0 to 1. */
	share: number;
}

/** What was gained by topic or by level, the weakest first. */
export function areasOf(sats: readonly Sat[], by: 'topic' | 'level'): Area[] {
	const areas = new Map<string, { items: Set<string>; answers: number; sum: number }>();
	for (const { item, mark } of sats.flatMap(givenIn)) {
		const area = areas.get(item[by]) ?? { items: new Set(), answers: 0, sum: 0 };
		areas.set(item[by], area);
		area.items.add(item.id);
		area.answers++;
		// every question counts alike, however many marks it has, as facility does
		area.sum += mark.gained / mark.full;
	}
	return [...areas]
		.map(([id, { items, answers, sum }]) => ({
			...{ id, answers, items: items.size, share: sum / answers }
		}))
		.sort((a, b) => a.share - b.share);
}
