import type { Module } from '../facts/schema.ts';
import type { Item, Kind } from '../items/item.ts';
import { exclude, inFeedbackOrder } from './conflicts.ts';
import type { Draw } from './seed.ts';

export type Blueprint = Module['blueprint'];

/** When a candidate sees rationales: after each item, so that they must not tell a later one, or after the last. */
export type Feedback = 'at-once' | 'at-end';

/** A growing selection in which no item gives another away. */
function selection({ kinds, length }: Blueprint, feedback: Feedback) {
	let chosen: Item[] = [];
	const used = new Map<Kind, number>();
	const room = (kind: Kind) => (used.get(kind) ?? 0) < (kinds[kind] ?? length);
	return {
		get items() {
			return chosen;
		},
		get isFull() {
			return chosen.length >= length;
		},
		offer(item: Item): boolean {
			if (!room(item.kind) || chosen.some((other) => other === item || exclude(item, other)))
				return false;
			const sorted = arrangeable([...chosen, item], feedback);
			if (!sorted) return false;
			chosen = sorted;
			used.set(item.kind, (used.get(item.kind) ?? 0) + 1);
			return true;
		}
	};
}

/** Items in an order in which none tells another; undefined when there is none. */
export const arrangeable = (items: Item[], feedback: Feedback): Item[] | undefined =>
	feedback === 'at-once' ? inFeedbackOrder(items) : items;

/** What a draw gave, and what it lacks for the blueprint. */
interface Drawn {
	items: Item[];
	lacks: string[];
}

/** Levels first, then whatever fits, in the order the seed draws. */
export function drawOnce(
	pool: readonly Item[],
	blueprint: Blueprint,
	feedback: Feedback,
	draw: Draw
): Drawn {
	const picked = selection(blueprint, feedback);
	const lacks: string[] = [];
	const shuffled = draw.shuffle(pool);
	for (const [level, share] of Object.entries(blueprint.levels)) {
		const wanted = Math.ceil(share * blueprint.length);
		let found = 0;
		for (const item of shuffled) {
			if (found === wanted || picked.isFull) break;
			if (item.level === level && picked.offer(item)) found++;
		}
		if (found < wanted) lacks.push(`${wanted - found} more of level ${level}`);
	}
	for (const item of shuffled) {
		if (picked.isFull) break;
		picked.offer(item);
	}
	const missing = blueprint.length - picked.items.length;
	if (missing > 0) lacks.push(`${missing} more questions that do not give each other away`);
	return { items: picked.items, lacks };
}

/**
 * In a small pool one item can stand in the way of many: a draw that lacks something is made anew, the oftener the smaller,
 * but no oftener than `most`, and a pool that is shorter than the form never gives all.
 */
const attempts = { least: 8, most: 400, items: 4000 };

const attemptsFor = ({ length }: readonly Item[], wanted: number): number =>
	length < wanted
		? attempts.least
		: Math.min(attempts.most, Math.max(attempts.least, attempts.items / length));

/**
 * Draws items for a blueprint. `lacks` says what the pool could not give in any of a few draws; the first one that lacks
 * nothing is taken, or the longest.
 */
export function select(
	pool: readonly Item[],
	blueprint: Blueprint,
	feedback: Feedback,
	draw: Draw
): Drawn {
	let best = drawOnce(pool, blueprint, feedback, draw);
	const most = attemptsFor(pool, blueprint.length);
	for (let attempt = 1; attempt < most && best.lacks.length > 0; attempt++) {
		const again = drawOnce(pool, blueprint, feedback, draw);
		if (again.lacks.length === 0 || again.items.length > best.items.length) best = again;
	}
	return best;
}
