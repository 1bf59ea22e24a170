import type { Item } from '../items/item.ts';
import { exclude } from './conflicts.ts';
import { expectedOf, type Measured } from './expectation.ts';
import { arrangeable, type Blueprint, type Feedback } from './select.ts';
import type { Draw } from './seed.ts';

/** What every form of a blueprint is brought to: the expected score (0 to 1) and words to read. */
export interface Target {
	score: number;
	words: number;
}

/** How near is near enough: the expected score in points of 100, the reading load as a share. */
const tolerance = { score: 0.001, words: 0.1 };
/** A good part of what is drawn fits nowhere: other levels, kinds that are full, items that give others away. */
const tries = 960;

const missOf = (items: readonly Item[], target: Target, measured?: Measured): number => {
	const { score, words } = expectedOf(items, measured);
	return (
		Math.max(0, Math.abs(score - target.score) / tolerance.score - 1) +
		Math.max(0, Math.abs(words / target.words - 1) / tolerance.words - 1)
	);
};

/**
 * Brings a drawn form to the target: items are exchanged for others of their level, wherever that comes nearer and
 * nothing gives anything away, until score and load are within the tolerance. Automated test assembly by local
 * search, as in W. J. van der Linden, Linear Models for Optimal Test Design (Springer 2005), chapter 4.
 */
export function balance(
	drawn: Item[],
	pool: readonly Item[],
	{ kinds, length }: Blueprint,
	feedback: Feedback,
	target: Target,
	draw: Draw,
	measured?: Measured
): Item[] {
	let items = drawn;
	let miss = missOf(items, target, measured);
	for (let turn = 0; turn < tries && miss > 0; turn++) {
		const at = draw.below(items.length);
		const [old, other] = [items[at], pool[draw.below(pool.length)]];
		if (!old || !other || old.level !== other.level || items.includes(other)) continue;
		const rest = items.toSpliced(at, 1);
		const sameKind = rest.filter(({ kind }) => kind === other.kind).length;
		if (sameKind >= (kinds[other.kind] ?? length)) continue;
		const changed = items.toSpliced(at, 1, other);
		const missNow = missOf(changed, target, measured);
		if (missNow >= miss || rest.some((one) => exclude(one, other))) continue;
		const sorted = arrangeable(changed, feedback);
		if (sorted) [items, miss] = [sorted, missNow];
	}
	return items;
}
