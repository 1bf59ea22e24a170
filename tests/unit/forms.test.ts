import { describe, expect, test } from 'vitest';
import { indexPack } from '../../src/lib/facts/pack.ts';
import type { Module } from '../../src/lib/facts/schema.ts';
import { assemble } from '../../src/lib/forms/assemble.ts';
import { candidateForm } from '../../src/lib/forms/candidate.ts';
import { expectedOf, measuredName } from '../../src/lib/forms/expectation.ts';
import type { Form } from '../../src/lib/forms/form.ts';
import { seedFrom } from '../../src/lib/forms/seed.ts';
import { writeBank } from '../../src/lib/items/bank.ts';
import type { Item } from '../../src/lib/items/item.ts';
import { soundPacks } from './packs.ts';

const seeds = Array.from({ length: 25 }, (_, turn) => seedFrom(turn * 40_503_001));
const asked = ({ asks }: Item) => asks.map((slot) => slot.slice(0, slot.indexOf('.')));
const meet = (a: string[], b: string[]) => a.some((one) => b.includes(one));

describe.each(soundPacks())('a form of $name', ({ index, bank }) => {
	const modules = [...index.module.values()];
	const forms = modules.flatMap((module) =>
		seeds.map((seed) => ({ module, form: assemble(bank, module, seed) }))
	);
	/** The forms that break a law, by module and seed. */
	const broken = (law: (form: (typeof forms)[number]) => unknown) =>
		forms.flatMap((one) => {
			const what = law(one);
			return what ? [`${one.module.id}/${one.form.seed}: ${JSON.stringify(what)}`] : [];
		});

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

	test('holds no two items of which one asks what the other asks or prints', () => {
		expect(
			broken(
				({ form: { items } }) =>
					items.flatMap(({ item: a }, at) =>
						items.slice(at + 1).flatMap(({ item: b }) => {
							const sameReport =
								a.kind === 'support' && b.kind === 'support' && a.report.source === b.report.source;
							const printed =
								!sameReport && (meet(asked(a), b.printed) || meet(asked(b), a.printed));
							return meet(asked(a), asked(b)) || printed ? [[a.id, b.id]] : [];
						})
					)[0]
			)
		).toEqual([]);
	});

	test('has no feedback that gives away a later item', () => {
		expect(
			broken(
				({ form: { items } }) =>
					items.flatMap(({ item: giver }, at) =>
						items
							.slice(at + 1)
							.filter(({ item }) => meet(giver.shows, asked(item)))
							.map(({ item }) => [giver.id, item.id])
					)[0]
			)
		).toEqual([]);
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

	describe('as a candidate sees it', () => {
		const allowed = {
			form: 'module seed items marks',
			item: 'number kind stem marks options rows cloze map spots report worth unit',
			cloze: 'parts gaps',
			gap: 'id options',
			part: 'id text',
			map: 'id format box landmarks note',
			landmark: 'name at',
			report: 'source digest'
		};
		const extra = (value: object, names: string) =>
			Object.keys(value).filter((name) => !names.split(' ').includes(name));

		test('has the properties that are allowed and no others', () => {
			expect(
				broken(({ form }) => {
					const seen = JSON.parse(JSON.stringify(candidateForm(form)));
					const found = [...extra(seen, allowed.form)];
					for (const item of seen.items) {
						found.push(...extra(item, allowed.item), ...extra(item.report ?? {}, allowed.report));
						for (const part of [...item.options, ...item.rows])
							found.push(...extra(part, allowed.part));
						for (const gap of item.cloze?.gaps ?? []) {
							found.push(...extra(gap, allowed.gap));
							for (const part of gap.options) found.push(...extra(part, allowed.part));
						}
						found.push(...extra(item.cloze ?? {}, allowed.cloze));
						found.push(...extra(item.map ?? {}, allowed.map));
						for (const one of item.map?.landmarks ?? [])
							found.push(...extra(one, allowed.landmark));
						// A spot is a point, and every option has one.
						const ids = item.options.map(({ id }: { id: string }) => id);
						found.push(...extra(item.spots ?? {}, ids.join(' ')));
						for (const at of Object.values(item.spots ?? {}))
							if (
								!Array.isArray(at) ||
								at.length !== 2 ||
								at.some((one) => typeof one !== 'number')
							)
								found.push('spots');
					}
					return found[0];
				})
			).toEqual([]);
		});

		test('names no fact, no item and no citation, and says nothing of places or verdicts', () => {
			const names = new Set([
				...index.fact.keys(),
				...bank.items.flatMap(({ id, slot, asks }) => [id, slot, ...asks])
			]);
			const strings = (value: unknown): string[] => {
				if (typeof value === 'string') return [value];
				return value && typeof value === 'object' ? Object.values(value).flatMap(strings) : [];
			};
			expect(
				broken(({ form }) => {
					const seen = candidateForm(form);
					const found = strings(seen).find((text) => names.has(text));
					const numbers = seen.items.flatMap(({ rows, options }) => [...rows, ...options]);
					return (
						found ??
						numbers.find((part) => Object.values(part).some((one) => typeof one === 'number'))
					);
				})
			).toEqual([]);
		});

		/** The same item, had something else been right. */
		const otherwise = (item: Item): Item => {
			const turned = <T extends { key: unknown }>(list: T[]): T[] =>
				list.map((one, at) => ({ ...one, key: list[(at + 1) % list.length]?.key }));
			return {
				...item,
				...('options' in item && 'ordered' in item && { options: turned(item.options) }),
				...('rows' in item && { rows: turned(item.rows as { key: unknown }[]) }),
				...('gaps' in item && {
					gaps: item.gaps.map((gap) => ({ ...gap, options: turned(gap.options) }))
				}),
				...('entries' in item && {
					entries: item.entries.map((one) => ({
						...one,
						place: item.entries.length + 1 - one.place
					}))
				}),
				...('key' in item && { key: 'something else' }),
				...('accepted' in item && { accepted: [], others: [] })
			} as Item;
		};

		test('is the same to the last byte, whatever is right', () => {
			// Every item of the bank, not only those that the seeds drew.
			const whole: Form = {
				...{ module: 'x', seed: '000000', bank: '', lacks: [] },
				items: bank.items.map((item) => ({ item, marks: 1 }))
			};
			const turned = whole.items.map((one) => ({ ...one, item: otherwise(one.item) }));
			expect(turned.filter(({ item }, at) => item === whole.items[at]?.item)).toEqual([]);
			const [seen, other] = [whole, { ...whole, items: turned }].map(
				(form) => candidateForm(form).items
			);
			expect(
				seen?.flatMap((item, at) =>
					JSON.stringify(item) === JSON.stringify(other?.[at]) ? [] : [bank.items[at]?.id]
				)
			).toEqual([]);
		});

		test('has the same marks as the form', () => {
			for (const { form } of forms)
				expect(candidateForm(form).marks).toBe(
					form.items.reduce((sum, { marks }) => sum + marks, 0)
				);
		});
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
});
