import { describe, expect, test } from 'vitest';
import { candidateForm } from '../../src/lib/forms/candidate.ts';
import type { Form } from '../../src/lib/forms/form.ts';
import type { Item } from '../../src/lib/items/item.ts';
import { drawnForms } from './drawn-forms.ts';
import { soundPacks } from './packs.ts';

describe.each(soundPacks())('a form of $name as a candidate sees it', (pack) => {
	const { index, bank } = pack;
	const { forms, broken } = drawnForms(pack, 25);

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
					for (const one of item.map?.landmarks ?? []) found.push(...extra(one, allowed.landmark));
					// A spot is a point, and every option has one.
					const ids = item.options.map(({ id }: { id: string }) => id);
					found.push(...extra(item.spots ?? {}, ids.join(' ')));
					for (const at of Object.values(item.spots ?? {}))
						if (!Array.isArray(at) || at.length !== 2 || at.some((one) => typeof one !== 'number'))
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
			expect(candidateForm(form).marks).toBe(form.items.reduce((sum, { marks }) => sum + marks, 0));
	});
});
