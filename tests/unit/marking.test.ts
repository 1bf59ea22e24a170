import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Form } from '../../src/lib/forms/form.ts';
import { kinds, type Item } from '../../src/lib/items/item.ts';
import { fullMark } from '../../src/lib/items/parts.ts';
import { mark } from '../../src/lib/marking/mark.ts';
import { soundPacks } from './packs.ts';
import { noResponse, rightResponse, wrongResponses } from './responses.ts';
import { bank, form, someResponses } from './marked-form.ts';

const broken = (items: readonly Item[], law: (item: Item) => boolean): string[] =>
	items.filter((item) => !law(item)).map(({ id }) => id);

describe.each(soundPacks())('marking every item of $name', ({ bank: { items } }) => {
	test('the key earns the full mark', () => {
		expect(
			broken(items, (item) => {
				const { gained, full, answered } = mark(item, rightResponse(item));
				return answered && gained === full && full === fullMark(item) && full > 0;
			})
		).toEqual([]);
	});

	test('every single distractor, wrong row and reversed order earns nothing', () => {
		expect(
			broken(items, (item) =>
				wrongResponses(item).every((response) => {
					const { gained, answered } = mark(item, response);
					return answered && gained === 0;
				})
			)
		).toEqual([]);
	});

	test('no response is unanswered, and earns nothing', () => {
		expect(
			broken(items, (item) => {
				const { gained, full, answered } = mark(item, noResponse(item));
				return !answered && gained === 0 && full === fullMark(item);
			})
		).toEqual([]);
	});
});

test('the form of these tests has items of every kind', () => {
	expect([...new Set(form.items.map(({ item }) => item.kind))]).toEqual(kinds);
});

describe('marking any response', () => {
	test('gives between nothing and the full mark, and something only to what was answered', () => {
		fc.assert(
			fc.property(someResponses, (responses) => {
				responses.forEach((response, at) => {
					const { item, marks } = form.items[at] as Form['items'][number];
					const { gained, full, answered } = mark(item, response);
					expect(full).toBe(marks);
					expect(gained).toBeGreaterThanOrEqual(0);
					expect(gained).toBeLessThanOrEqual(full);
					if (!answered) expect(gained).toBe(0);
				});
			})
		);
	});

	const several = bank.items.find(
		(item) => item.kind === 'several' && item.options.filter(({ key }) => key).length === 3
	);
	test('takes a mark off for each distractor beside the keys of "several"', () => {
		if (several?.kind !== 'several') throw new Error('no item');
		const [keys, others] = [true, false].map((wanted) =>
			several.options.filter(({ key }) => key === wanted).map(({ id }) => id)
		) as [string[], string[]];
		const gained = (options: string[]) => mark(several, { options }).gained;
		expect(keys).toHaveLength(3);
		expect(gained(keys.slice(0, 2))).toBe(2);
		expect(gained([...keys, ...others.slice(0, 1)])).toBe(2);
		expect(gained([...keys, ...others])).toBe(0);
	});

	test('gives nothing for ticking everything on any item', () => {
		for (const item of bank.items)
			if (item.kind === 'several')
				expect(mark(item, { options: item.options.map(({ id }) => id) }).gained, item.id).toBe(0);
		if (several?.kind !== 'several') throw new Error('no item');
		const [first] = several.options.filter(({ key }) => !key);
		const options = several.options.filter((one) => one.key || one === first);
		expect(mark({ ...several, options }, { options: options.map(({ id }) => id) }).gained).toBe(0);
	});

	test('gives an order what it has of Kendall’s tau', () => {
		const item = form.items.find(({ item }) => item.kind === 'order')?.item;
		if (item?.kind !== 'order') throw new Error('no item');
		const given = (...places: number[]) => {
			const sorted = [...item.entries].sort((a, b) => a.place - b.place);
			const pairs = sorted.map(({ id }, at) => [id, places[at] ?? 0] as const);
			return mark(item, { places: Object.fromEntries(pairs) }).gained;
		};
		expect(given(1, 2, 3, 4)).toBe(3);
		expect(given(2, 1, 3, 4)).toBe(2); // one pair of six the wrong way round: tau = 4/6
		expect(given(2, 1, 4, 3)).toBe(1); // two pairs: tau = 2/6
		expect(given(4, 1, 2, 3)).toBe(0); // three pairs: tau = 0
		expect(given(4, 3, 2, 1)).toBe(0);
	});

	test('takes a date that is given more exactly than asked, not less', () => {
		const item = bank.items.find((item) => item.kind === 'date' && item.worth === 'year');
		if (item?.kind !== 'date') throw new Error('no item');
		expect(mark(item, { text: `${item.key}-05-01` }).gained).toBe(1);
		expect(
			mark({ ...item, key: `${item.key}-05-01`, worth: 'day' }, { text: item.key }).gained
		).toBe(0);
	});

	test.each([
		[24, 0, '24', 1],
		[24, 0, '25', 0],
		[310, 31, '341', 1],
		[310, 31, '342', 0],
		[6500, 65, '6,560', 1],
		[24, 0, 'many', 0]
	])(
		'takes a number within its tolerance: key %d ± %d, given %s → %d',
		(key, tolerance, text, gained) => {
			const item = form.items.find(({ item }) => item.kind === 'number')?.item;
			if (item?.kind !== 'number') throw new Error('no item');
			expect(mark({ ...item, key, tolerance }, { text }).gained).toBe(gained);
		}
	);
});
