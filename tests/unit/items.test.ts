import { describe, expect, test } from 'vitest';
import { formatDate } from '../../src/lib/facts/dates.ts';
import { indexPack, need } from '../../src/lib/facts/pack.ts';
import { drawFrom } from '../../src/lib/forms/seed.ts';
import { writeBank, type Bank } from '../../src/lib/items/bank.ts';
import { digestFacts } from '../../src/lib/items/digest.ts';
import { kinds, type Kind } from '../../src/lib/items/item.ts';
import { partsOf } from '../../src/lib/items/parts.ts';
import { itemRecord } from '../../src/lib/items/record.ts';
import { soundPacks } from './packs.ts';
import { isChoice, broken } from './item-parts.ts';

describe.each(soundPacks())('every item of $name', ({ index, bank }) => {
	const { items } = bank;

	test('is of a kind that is known, and every kind occurs', () => {
		expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(kinds));
	});

	test('has an id of its own: fact, kind and slot', () => {
		expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
		expect(
			broken(items, ({ id, kind }) => {
				const [about = '', own] = id.split('.');
				// What is asked about reports alone is named after them.
				const known = about.split('+').every((one) => index.fact.has(one) || index.source.has(one));
				return known && own === kind ? [] : [kind];
			})
		).toEqual([]);
	});

	/** The items that another bank does not have to the last byte in the same place. */
	const unlike = (again: Bank) =>
		items.flatMap((item, at) =>
			JSON.stringify(item) === JSON.stringify(again.items[at]) ? [] : [item.id]
		);

	test('is written again to the last byte from the same facts', () => {
		expect(unlike(writeBank(indexPack(index.pack)))).toEqual([]);
	});

	test('is written again to the last byte wherever its facts stand in the files', () => {
		const { facts, entities, sources } = index.pack;
		for (const seed of ['one', 'two']) {
			const { shuffle } = drawFrom(seed);
			const pack = {
				...index.pack,
				facts: shuffle(facts),
				entities: shuffle(entities),
				sources: shuffle(sources)
			};
			const again = writeBank(indexPack(pack));
			expect(unlike(again)).toEqual([]);
			expect(again.version).toBe(bank.version);
		}
	});

	test('gives every option, row and entry a rationale with a citation of a source that exists', () => {
		expect(
			broken(items, (item) =>
				partsOf(item).flatMap(({ text, rationale }) => {
					const cited = rationale.sources.every(
						({ source, quote }) => index.source.has(source) && quote !== ''
					);
					return rationale.text && rationale.sources.length > 0 && cited ? [] : [text];
				})
			)
		).toEqual([]);
	});

	test('declares every fact that its rationales show, and asks only about its own', () => {
		expect(
			broken(items, (item) => {
				const told = partsOf(item).flatMap(({ rationale }) => rationale.facts);
				const hidden = [...told, ...item.printed].filter((id) => !item.shows.includes(id));
				const foreign = item.asks.filter((slot) => {
					const [about = ''] = slot.split('.');
					const reports = about.split('+').every((id) => index.source.has(id));
					return !reports && !item.facts.includes(about);
				});
				return [...hidden, ...foreign];
			})
		).toEqual([]);
	});

	test('prints what it gives away before it is answered', () => {
		const factsOf = (parts: { rationale: { facts: string[] } }[]) =>
			parts.flatMap(({ rationale }) => rationale.facts);
		expect(
			broken(items, (item) => {
				const [about = ''] = item.asks.map((slot) => slot.slice(0, slot.indexOf('.')));
				const fact = index.fact.get(about);
				const told: Partial<Record<Kind, () => string[]>> = {
					// The events on the line, in their order.
					timeline: () => item.facts.filter((id) => id !== about),
					// What stands beside a slip is true.
					errs: () => (isChoice(item) ? factsOf(item.options.filter(({ key }) => !key)) : []),
					// The figure before.
					later: () => [fact?.follows ?? ''],
					support: () =>
						item.kind === 'support'
							? digestFacts(need(index.source, item.report.source, 'source').digest ?? '')
							: []
				};
				return told[item.kind]?.().filter((id) => !item.printed.includes(id)) ?? [];
			})
		).toEqual([]);
	});

	test('is one of four at most on its slot', () => {
		const bySlot = Map.groupBy(items, ({ slot }) => slot);
		const crowded = [...bySlot].filter(([, list]) => list.length > 4);
		expect(crowded.map(([slot, list]) => `${slot}: ${list.map(({ id }) => id).join(' ')}`)).toEqual(
			[]
		);
	});

	test('keys no contested fact, except as who said it, what a report says or which reports agree', () => {
		const contested = (id: string) => index.fact.get(id)?.standing === 'contested';
		expect(
			broken(items, ({ kind, facts }) =>
				['who-said', 'support', 'agree'].includes(kind) ? [] : facts.filter(contested)
			)
		).toEqual([]);
	});

	test('asks about attributed facts with speaker and day in the stem', () => {
		expect(
			broken(items, (item) => {
				if (['who-said', 'support', 'agree'].includes(item.kind)) return [];
				const stem = [item.stem, ...('parts' in item ? item.parts : [])].join(' ');
				return item.facts.flatMap((id) => {
					const { standing, attribution } = need(index.fact, id, 'fact');
					if (standing === 'established' || !attribution) return [];
					const speaker = need(index.entity, attribution.by, 'entity').name;
					return [speaker, formatDate(attribution['as-of'])].filter((one) => !stem.includes(one));
				});
			})
		).toEqual([]);
	});

	test('names the report and its day in the stem where a report is to be judged', () => {
		expect(
			broken(items, (item) => {
				if (item.kind !== 'who-said' && item.kind !== 'support') return [];
				const id = item.kind === 'support' ? item.report.source : item.id.split('.').at(-1);
				const { called, published, read } = need(index.source, id ?? '', 'source');
				// Works that are known by their names have no day; a report that was read in full has.
				const day = read === 'in-full' ? [formatDate(published)] : [];
				return [called, ...day].filter((one) => !item.stem.includes(one));
			})
		).toEqual([]);
	});

	test('is one JSON record with the fields that ARCHITECTURE.md names', () => {
		const fields = 'id rev kind level topic slot facts asks shows stem sources'.split(' ');
		expect(
			broken(items, (item) => {
				const record = JSON.parse(JSON.stringify(itemRecord(item)));
				const missing = fields.filter((name) => record[name] === undefined);
				const parts = isChoice(item) || item.kind === 'several' ? record.options : [];
				for (const part of parts)
					if (
						typeof part.id !== 'string' ||
						typeof part.text !== 'string' ||
						typeof part.key !== 'boolean' ||
						typeof part.rationale !== 'string' ||
						part.sources.length === 0
					)
						missing.push(`option ${part.text}`);
				if (['date', 'number'].includes(item.kind) && typeof record.rationale !== 'string')
					missing.push('rationale');
				return missing;
			})
		).toEqual([]);
	});
});
