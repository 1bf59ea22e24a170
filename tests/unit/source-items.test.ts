import { describe, expect, test } from 'vitest';
import { monthNames } from '../../src/lib/facts/dates.ts';
import { need } from '../../src/lib/facts/pack.ts';
import type { Entity, Fact } from '../../src/lib/facts/schema.ts';
import type { ItemOf, Kind } from '../../src/lib/items/item.ts';
import { soundPacks } from './packs.ts';

describe.each(soundPacks())('items about reports, in $name', ({ index, bank }) => {
	const of = <K extends Kind>(kind: K): ItemOf<K>[] =>
		bank.items.filter((item): item is ItemOf<K> => item.kind === kind);
	const factOf = ({ facts }: { facts: string[] }): Fact => need(index.fact, facts[0] ?? '', 'fact');
	const shows = (fact: Fact, source: string) =>
		fact.evidence.some((one) => one.source === source && one.stance === 'supports');

	describe('who said it', () => {
		/** Whoever an option names: by name, short name, or a title before the name. */
		const named = (text: string): Entity => {
			const plain = text.replace(/^The /, '').toLowerCase();
			const found = index.pack.entities.find(({ kind, name, short = name }) =>
				kind === 'person'
					? plain.endsWith(name.toLowerCase())
					: [name, short].some((one) => one.toLowerCase() === plain)
			);
			if (!found) throw new Error(`nobody is called "${text}"`);
			return found;
		};
		const asked = of('who-said').map((item) => {
			const source = need(index.source, item.id.split('.').at(-1) ?? '', 'source');
			const wrong = item.options.filter(({ key }) => !key).map(({ text }) => named(text));
			return { item, fact: factOf(item), source, wrong };
		});

		test('keys the speaker, whose voice the report carries', () => {
			for (const { item, fact, source } of asked) {
				const key = item.options.find(({ key }) => key);
				expect(named(key?.text ?? '').id, item.id).toBe(fact.attribution?.by);
				expect(source.voices, item.id).toContain(fact.attribution?.by);
				expect(shows(fact, source.id), item.id).toBe(true);
			}
		});

		test('offers nobody who is blamed, nobody who says the same, and nobody of another sort', () => {
			for (const { item, fact, wrong } of asked) {
				const speaker = need(index.entity, fact.attribution?.by ?? '', 'entity');
				for (const other of wrong) {
					expect([other.id, other.side], item.id).not.toContain(fact.against ?? 'nobody');
					expect(other.kind === 'person', item.id).toBe(speaker.kind === 'person');
					const same = (index.factsByEntity.get(other.id) ?? []).filter(
						(one) =>
							one.attribution?.by === other.id &&
							one.about !== undefined &&
							one.about === fact.about &&
							one.contradicts.every((id) => index.fact.get(id)?.attribution?.by === other.id)
					);
					expect(same, `${item.id}: ${other.id}`).toEqual([]);
				}
			}
		});

		test('offers no state beside a body that speaks for it', () => {
			for (const { item, fact, wrong } of asked) {
				const all = [...wrong, need(index.entity, fact.attribution?.by ?? '', 'entity')];
				const states = all.filter(({ kind }) => kind === 'state').map(({ id }) => id);
				const bodies = all.filter(({ kind, independent }) => kind !== 'state' && !independent);
				for (const { side } of bodies) expect(states, item.id).not.toContain(side);
			}
		});

		test('asks for words of one mouth in two reports at most', () => {
			const times = new Map<string, number>();
			for (const { item } of asked) times.set(item.slot, (times.get(item.slot) ?? 0) + 1);
			expect([...times.values()].every((count) => count <= 2)).toBe(true);
		});
	});

	describe('what a report says', () => {
		const rows = of('support').flatMap((item) =>
			item.rows.map((row) => ({
				item,
				row,
				fact: need(index.fact, row.rationale.facts[0] ?? '', 'fact'),
				source: item.report.source
			}))
		);

		test('supports or contradicts only by what the report shows, and is silent on what it does not', () => {
			for (const { item, row, fact, source } of rows)
				expect(
					fact.evidence.some((one) => one.source === source),
					`${item.id}: ${row.text}`
				).toBe(row.key !== 'not-stated');
		});

		test('prints no figure in a supported row that the digest does not have', () => {
			const figures = (text: string) => text.replace(/(\d),(?=\d)/g, '$1').match(/\d+/g) ?? [];
			for (const { item, row } of rows) {
				if (row.key !== 'supported') continue;
				const shown = figures(`${item.stem} ${item.report.digest}`);
				for (const figure of figures(row.text)) expect(shown, row.text).toContain(figure);
			}
		});

		test('names no month and no state in a supported row that neither stem nor digest names', () => {
			const states = index.pack.entities.filter(({ kind }) => kind === 'state');
			for (const { item, row } of rows) {
				if (row.key !== 'supported') continue;
				const shown = `${item.stem} ${item.report.digest}`;
				for (const month of monthNames.filter((one) => row.text.includes(one)))
					expect(shown, row.text).toContain(month);
				for (const { name, aliases, adjectives = [] } of states)
					if (row.text.includes(name))
						expect(
							[name, ...aliases, ...adjectives].some((one) => shown.includes(one)),
							row.text
						).toBe(true);
			}
		});

		test('uses no row twice, and no fact twice in an item', () => {
			const names = rows.map(({ row, source }) => `${source} ${row.key} ${row.text}`);
			expect(new Set(names).size).toBe(names.length);
			for (const item of of('support')) expect(new Set(item.facts).size).toBe(item.rows.length);
		});
	});

	test('a later figure is larger than the one before, and nobody gives the wrong ones', () => {
		for (const item of of('later')) {
			const fact = factOf(item);
			const earlier = need(index.fact, fact.follows ?? '', 'fact');
			const count = (one: Fact) => (one['object'] as { count: number }).count;
			const given = index.pack.facts
				.filter((one) => one['of'] === fact['of'] && one['subject'] === fact['subject'])
				.map((one) => (one['object'] as { count?: number }).count);
			for (const { text, key } of item.options) {
				const figure = Number(text.replace(/[^\d.]/g, ''));
				expect(figure, item.id).toBeGreaterThan(count(earlier));
				if (key) expect(figure, item.id).toBe(count(fact));
				else expect(given, item.id).not.toContain(figure);
			}
		}
	});
});
