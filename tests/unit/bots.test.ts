import { describe, expect, test } from 'vitest';
import { kinds, type ItemOf, type Kind } from '../../src/lib/items/item.ts';
import { mark } from '../../src/lib/marking/mark.ts';
import {
	bots,
	deviation,
	guessesOf,
	heldOutBots,
	orderBots,
	orderDeviation,
	rowBots,
	rowDeviation,
	tickBots,
	tickDeviation,
	type OrderBot,
	type TickBot
} from './bots.ts';
import { sourcebook } from './packs.ts';

/** 3 points of chance for many guesses, two standard errors for few. */
const many = 150;
const bound = 3;
const most = (count: number, error: number) => (count >= many ? bound : Math.max(bound, 2 * error));
/**
 * Who compares the origins of reports with those in the stem, or a statement with the subject of the report, does not
 * guess: that is what these items ask for.
 */
const reasoned: Partial<Record<string, number>> = {
	'provenance: most words shared with the stem': 30,
	'support: with a word of the title is supported': 9
};

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
				Math.abs(points) > (reasoned[`${kind}: ${name}`] ?? most(group.length, error))
		);
		expect(beyond.map(({ name, points }) => `${name} ${points.toFixed(1)}`)).toEqual([]);
	});
});

/** Many bots on many kinds: some are further from chance than two errors by chance itself. */
const heldOutErrors = 3;

test.each(groups)(
	'gains no more and no less than chance by looks that no selector knows: %s',
	(_, group) => {
		const found = Object.entries(heldOutBots).map(([name, bot]) => ({
			name,
			...deviation(bot, group)
		}));
		const beyond = found.filter(
			({ points, error }) => Math.abs(points) > Math.max(bound, heldOutErrors * error)
		);
		expect(beyond.map(({ name, points }) => `${name} ${points.toFixed(1)}`)).toEqual([]);
	}
);

const { index, bank } = sourcebook();
const itemsOf = <K extends Kind>(kind: K) =>
	bank.items.filter((item): item is ItemOf<K> => item.kind === kind);
const titleOf = (id: string) => index.source.get(id)?.title ?? '';
/** Those that gain more than is allowed. */
const gained = (kind: Kind, list: Record<string, { points: number }>) =>
	Object.entries(list).flatMap(([name, { points }]) =>
		points > (reasoned[`${kind}: ${name}`] ?? bound) ? [`${name} ${points.toFixed(1)}`] : []
	);
const byBot = <B, R extends { points: number }>(all: Record<string, B>, judge: (bot: B) => R) =>
	Object.fromEntries(Object.entries(all).map(([name, bot]) => [name, judge(bot)]));

test('statements on a report are judged by their looks no better than by chance', () => {
	const items = itemsOf('support');
	const found = byBot(rowBots, (bot) => rowDeviation(bot, items, titleOf));
	expect(gained('support', found)).toEqual([]);
});

test.each(['several', 'agree'] as const)(
	'ticking by looks hits no more than at random: %s',
	(kind) => {
		const items = itemsOf(kind);
		const found = byBot<TickBot, { points: number; error: number }>(tickBots, (bot) =>
			tickDeviation(bot, items)
		);
		const beyond = Object.entries(found).filter(
			([, { points, error }]) => points > most(items.length, error)
		);
		expect(beyond.map(([name, { points }]) => `${name} ${points.toFixed(1)}`)).toEqual([]);
	}
);

test('ticking everything earns nothing', () => {
	for (const item of [...itemsOf('several'), ...itemsOf('agree')]) {
		const options = item.options.map(({ id }) => id);
		expect(mark(item, { options }).gained, item.id).toBe(0);
	}
});

test('the length and the alphabet of the names tell nothing of an order', () => {
	const found = byBot<OrderBot, { points: number }>(orderBots, (bot) =>
		orderDeviation(bot, itemsOf('order'))
	);
	expect(gained('order', found)).toEqual([]);
});
