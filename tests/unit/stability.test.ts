import { describe, expect, test } from 'vitest';
import { indexPack } from '../../src/lib/facts/pack.ts';
import { writeBank } from '../../src/lib/items/bank.ts';
import { hashOrder } from '../../src/lib/items/hash.ts';
import { sourcebook } from './packs.ts';

describe('adding one fact', () => {
	test('changes the visible text of at most 6 % of the other items, in the mean of 20 facts', () => {
		const { index, bank } = sourcebook();
		const asked = new Set(bank.items.flatMap(({ facts }) => facts));
		const named = new Set(
			index.pack.facts.flatMap(({ contradicts, follows, not }) => [
				...contradicts,
				...(follows ? [follows] : []),
				...Object.values(not)
			])
		);
		const free = index.pack.facts.filter(({ id }) => asked.has(id) && !named.has(id));
		const shares = hashOrder(free, 'stability', ({ id }) => id)
			.slice(0, 20)
			.map((added) => {
				const facts = index.pack.facts.filter((fact) => fact !== added);
				const before = new Map(
					writeBank(indexPack({ ...index.pack, facts })).items.map(({ id, rev }) => [id, rev])
				);
				const others = bank.items.filter((item) => !item.facts.includes(added.id));
				return others.filter(({ id, rev }) => before.get(id) !== rev).length / others.length;
			});
		const mean = shares.reduce((sum, one) => sum + one, 0) / shares.length;
		console.log(
			`stability: ${(100 * mean).toFixed(2)} % of other items change (most: ${(100 * Math.max(...shares)).toFixed(2)} %)`
		);
		expect(mean).toBeLessThanOrEqual(0.06);
	}, 60_000);
});
