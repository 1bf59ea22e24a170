import type { Item } from '#lib/items/item.ts';
import { answerLine, choicesIn, suggestionOf } from './choices.ts';
import { givenIn, type Sat } from './sat.ts';

/** How often something was given for an item. */
export interface Tally {
	part: string;
	text: string;
	right: boolean;
	count: number;
	/** Of all who had the item, 0 to 1. */
	share: number;
	/** What a wrong choice suggests; empty for a right one. */
	suggests: string;
}

/** An item in one wording, with all that was given for it. */
export interface Asked {
	item: Item;
	/** How many had it, and how many of them gave nothing. */
	n: number;
	omitted: number;
	tallies: Tally[];
}

export const nameOf = ({ id, rev }: Pick<Item, 'id' | 'rev'>): string => `${id}\n${rev}`;

/** What was given for every item that stood on the papers, in the order in which they first come up. */
export function tally(sats: readonly Sat[]): Map<string, Asked> {
	const all = new Map<string, Asked & { counts: Map<string, Tally> }>();
	for (const { item, response, mark } of sats.flatMap(givenIn)) {
		const name = nameOf(item);
		const asked = all.get(name) ?? { item, n: 0, omitted: 0, tallies: [], counts: new Map() };
		all.set(name, asked);
		asked.n++;
		if (!response || !mark.answered) {
			asked.omitted++;
			continue;
		}
		for (const choice of choicesIn(item, response, mark.gained >= mark.full)) {
			const line = answerLine([choice]);
			const { part, text, right } = choice;
			const suggests = right ? '' : suggestionOf(item, choice);
			const found = asked.counts.get(line) ?? { part, text, right, count: 0, share: 0, suggests };
			found.count++;
			asked.counts.set(line, found);
		}
	}
	for (const asked of all.values())
		asked.tallies = [...asked.counts.values()]
			.map((one) => ({ ...one, share: one.count / asked.n }))
			.sort((a, b) => b.count - a.count);
	return all;
}
