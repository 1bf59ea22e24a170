import { describe, expect, test } from 'vitest';
import { kinds } from '../../src/lib/items/item.ts';
import { bots, deviation, guessesOf } from './bots.ts';
import { sourcebook } from './packs.ts';

/** 3 points of chance for many guesses, two standard errors for few. "Most capitals" is unknown to the selector. */
const many = 150;
const bound = 3;
/** Who compares the origins of reports with those in the stem does not guess: that is what the item asks for. */
const reasoned = new Set(['provenance: most words shared with the stem']);

const guesses = sourcebook().bank.items.flatMap(guessesOf);
const groups = [
	['all kinds', guesses] as const,
	...kinds.map((kind) => [kind, guesses.filter((guess) => guess.kind === kind)] as const)
].filter(([, group]) => group.length > 0);

describe('guessing without knowledge', () => {
	test.each(groups)('gains no more and no less than chance: %s', (kind, group) => {
		const found = Object.entries(bots).map(([name, bot]) => ({ name, ...deviation(bot, group) }));
		const beyond = found.filter(
			({ name, points, error }) =>
				!reasoned.has(`${kind}: ${name}`) &&
				Math.abs(points) > (group.length >= many ? bound : Math.max(bound, 2 * error))
		);
		expect(beyond.map(({ name, points }) => `${name} ${points.toFixed(1)}`)).toEqual([]);
	});
});
