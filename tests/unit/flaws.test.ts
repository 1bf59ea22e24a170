import { describe, expect, test } from 'vitest';
import { drawFrom } from '../../src/lib/forms/seed.ts';
import { flaws } from '../../src/lib/items/flaws/checker.ts';
import { countFlaws, judge, juryOf } from '../../src/lib/items/flaws/judge.ts';
import { recordSchema, type ItemRecord } from '../../src/lib/items/flaws/record.ts';
import { itemRecord } from '../../src/lib/items/record.ts';
import { flawed, sound } from './flaws-examples.ts';
import { mutators } from './flaws-mutators.ts';
import { soundPacks } from './packs.ts';

const perMutator = 60;
const banks = soundPacks().map(({ name, bank }) => {
	const records = bank.items.map((item) =>
		recordSchema.parse(JSON.parse(JSON.stringify(itemRecord(item))))
	);
	const findings = judge(records);
	const flawed = new Set(findings.map(({ id }) => id));
	return {
		...{ name, records, findings, jury: juryOf(records) },
		clean: records.filter(({ id }) => !flawed.has(id))
	};
});

describe.each(flaws)('%s', (flaw) => {
	/** Mutants of clean items of every bank, shared out over the items to which the mutator applies. */
	const results = Object.entries(mutators[flaw]).map(([name, mutate]) => {
		const draw = drawFrom(`${flaw} ${name}`);
		const missed: string[] = [];
		let made = 0;
		for (const { clean, jury } of banks)
			for (const item of draw.shuffle(clean)) {
				if (made >= perMutator) break;
				// few pairs suit some mutators
				const others = Array.from(
					{ length: 4 },
					() => clean[draw.below(clean.length)] as ItemRecord
				);
				const mutant = others
					.values()
					.map((other) => mutate(item, draw, other))
					.find(Boolean);
				if (!mutant) continue;
				made++;
				if (!jury(mutant).some((finding) => finding.flaw === flaw))
					missed.push(
						[
							mutant.parts?.join(' … ') ?? mutant.stem,
							...(mutant.options ?? mutant.gaps?.[0]?.options ?? []).map(({ text }) => text)
						].join(' | ')
					);
			}
		return { name, made, missed };
	});

	test('is found in at least 95 % of the items into which it is put', () => {
		const made = results.reduce((sum, one) => sum + one.made, 0);
		const missed = results.flatMap((one) => one.missed.map((item) => `${one.name}: ${item}`));
		expect(made).toBeGreaterThanOrEqual(50);
		expect(1 - missed.length / made, missed.join('\n')).toBeGreaterThanOrEqual(0.95);
	});

	test.each(results)('is found in at least 85 %, put in as: $name', ({ made, missed }) => {
		expect(made).toBeGreaterThan(0);
		expect(1 - missed.length / made, missed.join('\n')).toBeGreaterThanOrEqual(0.85);
	});

	test.each(banks)('is in no item of $name', ({ findings }) => {
		expect(findings.filter((finding) => finding.flaw === flaw)).toEqual([]);
	});
});

test('a finding is a sentence without line breaks, about one item', () => {
	for (const { findings, records } of banks) {
		const ids = new Set(records.map(({ id }) => id));
		for (const { id, sentence } of findings) {
			expect(ids).toContain(id);
			expect(sentence).toMatch(/^[^\n]{10,}$/);
		}
		expect(countFlaws(findings).map(({ flaw }) => flaw)).toEqual(flaws);
	}
});

/** An item as the examples note it. */
const noted = ([stem = '', ...options]: string[], at: number): ItemRecord => ({
	...{ id: `item-${at}`, stem },
	options: options.map((text) => ({ text: text.replace(/^\*/, ''), key: text.startsWith('*') }))
});

describe('on items from elsewhere', () => {
	test.each(flaws)('%s is found by itself in each example', (flaw) => {
		for (const [at, example] of flawed[flaw].entries())
			expect(
				judge([noted(example, at)]).map((finding) => finding.flaw),
				example.join(' | ')
			).toContain(flaw);
	});

	test('sound ones are let through', () => {
		expect(judge(sound.map(noted))).toEqual([]);
	});
});
