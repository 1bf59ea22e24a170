import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSeed, seedFrom, seedLength, shownSeed } from '../../src/lib/forms/seed.ts';
import { anyText } from './responses.ts';

describe('a seed', () => {
	test.each([
		['7k3m9q', '7K3M9Q'],
		[' 7k3-m9q ', '7K3M9Q'],
		['o0Oil1', '000111'],
		['7K3M9', undefined],
		['7K3M9QQ', undefined],
		['7K3M9U', undefined],
		['7K3M9!', undefined],
		['', undefined]
	])('is read as people type it: %j → %s', (text, seed) => {
		expect(readSeed(text)).toBe(seed);
	});

	test('that is drawn can be read back, also as it is shown', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 2 ** 30 - 1 }), (random) => {
				const seed = seedFrom(random);
				expect(seed).toHaveLength(seedLength);
				expect(readSeed(seed)).toBe(seed);
				expect(readSeed(shownSeed(seed))).toBe(seed);
			})
		);
	});

	test('of nonsense is none, and never throws', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const seed = readSeed(text);
				if (seed !== undefined) expect(seed).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
			})
		);
	});
});
