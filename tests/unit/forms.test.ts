import { describe, expect, test } from 'vitest';
import { indexPack } from '../../src/lib/facts/pack.ts';
import type { Module } from '../../src/lib/facts/schema.ts';
import { assemble } from '../../src/lib/forms/assemble.ts';
import { expectedOf, measuredName } from '../../src/lib/forms/expectation.ts';
import { writeBank } from '../../src/lib/items/bank.ts';
import { shortHash } from '../../src/lib/items/hash.ts';
import type { Item } from '../../src/lib/items/item.ts';
import { drawnForms, seedsOf } from './drawn-forms.ts';
import { soundPacks } from './packs.ts';

const seeds = seedsOf(25);

describe.each(soundPacks())('a form of $name', (pack) => {
	const { index, bank } = pack;
	const modules = [...index.module.values()];
	const { forms, broken } = drawnForms(pack, seeds.length);

	test('is the same to the last byte for the same seed and the same facts', () => {
		const again = writeBank(indexPack(index.pack));
		for (const module of modules)
			for (const seed of seeds.slice(0, 3))
				expect(JSON.stringify(assemble(again, module, seed))).toBe(
					JSON.stringify(assemble(bank, module, seed))
				);
	});

	test('differs from the form of another seed', () => {
		for (const { id } of modules) {
			const papers = forms
				.filter(({ module }) => module.id === id)
				.map(({ form }) => form.items.map(({ item }) => item.id).join());
			expect(new Set(papers).size, id).toBe(seeds.length);
		}
	});

	test('draws on the topics of its module alone, no kind more often than allowed', () => {
		expect(
			broken(({ module: { blueprint }, form: { items } }) => {
				const foreign = items.find(({ item }) => !blueprint.topics.includes(item.topic));
				const most = Object.entries(blueprint.kinds).find(
					([kind, most]) => items.filter(({ item }) => item.kind === kind).length > most
				);
				return foreign?.item.id ?? most;
			})
		).toEqual([]);
	});

	test('meets length and levels of its blueprint, or says what the bank lacks', () => {
		expect(
			broken(({ module: { blueprint }, form: { items, lacks } }) => {
				const short = blueprint.length - items.length;
				if (short < 0 || (short > 0 && !lacks.some((lack) => lack.startsWith(`${short} more`))))
					return ['length', items.length, lacks];
				for (const [level, share] of Object.entries(blueprint.levels)) {
					const missing =
						Math.ceil(share * blueprint.length) -
						items.filter(({ item }) => item.level === level).length;
					if (missing > 0 && !lacks.some((lack) => lack.includes(`level ${level}`)))
						return [level, missing, lacks];
				}
				return undefined;
			})
		).toEqual([]);
	});

	test('is worth the same: the expected scores of many forms lie within one point of each other', () => {
		const spread = modules.flatMap((module) => {
			const scores = forms
				.filter((one) => one.module === module && one.form.items.length === module.blueprint.length)
				.map(({ form }) => 100 * expectedOf(form.items.map(({ item }) => item)).score);
			const mean = scores.reduce((sum, one) => sum + one, 0) / scores.length;
			const variance = scores.reduce((sum, one) => sum + (one - mean) ** 2, 0) / scores.length;
			return Math.sqrt(variance) > 1 ? [`${module.id}: SD ${Math.sqrt(variance).toFixed(2)}`] : [];
		});
		expect(spread).toEqual([]);
	});

	test('is another one once facilities are measured, and is balanced by these', () => {
		const [module] = modules;
		if (!module) throw new Error('a pack has a module');
		const measured = new Map(
			bank.items.map((item, at) => [measuredName(item), at % 2 ? 0.9 : 0.3] as const)
		);
		const papers = seeds.map((seed) => assemble(bank, module, seed, { measured }));
		expect(papers[0]?.bank).not.toBe(assemble(bank, module, seeds[0] ?? '').bank);
		const scores = papers.map(
			({ items }) =>
				expectedOf(
					items.map(({ item }) => item),
					measured
				).score
		);
		expect(Math.max(...scores) - Math.min(...scores)).toBeLessThan(0.06);
	});

	test('never shows an order that is right already', () => {
		expect(
			broken(({ form: { items } }) =>
				items.find(
					({ item }) =>
						item.kind === 'order' && item.entries.every(({ place }, at) => place === at + 1)
				)
			)
		).toEqual([]);
	});

	test('changes nothing of an item but the order of its parts', () => {
		const sorted = (list: { id: string }[]) => [...list].sort((a, b) => (a.id < b.id ? -1 : 1));
		const plain = (item: Item) => ({
			...item,
			...('options' in item && { options: sorted(item.options) }),
			...('rows' in item && { rows: sorted(item.rows) }),
			...('gaps' in item && {
				gaps: item.gaps.map((gap) => ({ ...gap, options: sorted(gap.options) }))
			}),
			...('entries' in item && { entries: sorted(item.entries) })
		});
		const known = new Map(bank.items.map((item) => [item.id, item]));
		for (const { form } of forms.slice(0, 20))
			for (const { item } of form.items)
				expect(plain(item)).toEqual(plain(known.get(item.id) as Item));
	});
});

describe('a blueprint', () => {
	const [{ index, bank }] = soundPacks() as [ReturnType<typeof soundPacks>[number]];
	const module = index.module.get('orrin') as Module;

	test('can be asked for another length', () => {
		for (const length of [1, 4, 12])
			expect(assemble(bank, module, '000000', { length }).items).toHaveLength(length);
	});

	test('that asks for more than there is gets what there is, and what is lacking is named', () => {
		const levels = { 'source-reasoning': 1 };
		const { items, lacks } = assemble(
			bank,
			{ id: 'x', blueprint: { ...module.blueprint, topics: ['settlement'], levels, length: 30 } },
			'000000'
		);
		expect(items.length).toBeGreaterThan(0);
		expect(lacks).toEqual([
			'30 more of level source-reasoning',
			`${30 - items.length} more questions that do not give each other away`
		]);
	});

	test('draws as it did: if not, although the bank is the same, raise `drawing` in assemble.ts', () => {
		const drawn = seeds.map((seed) =>
			assemble(bank, module, seed).items.map(({ item }) => item.id)
		);
		expect([bank.version, shortHash(JSON.stringify(drawn))]).toEqual(['15fsxsg', '0l6ylc9']);
	});

	test('of which the bank has nothing gets an empty form', () => {
		const empty = { ...bank, items: [] };
		const { items, lacks } = assemble(empty, module, '000000');
		expect(items).toEqual([]);
		expect(lacks.length).toBeGreaterThan(0);
	});
});
