import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '../../src/lib/items/item.ts';
import { mark } from '../../src/lib/marking/mark.ts';
import type { Response } from '../../src/lib/marking/response.ts';
import { packResponses, unpackResponses, type Fineness } from '../../src/lib/marking/states.ts';
import { readPasted } from '../../src/lib/server/results/pasted.ts';
import { readResultCode, resultCode } from '../../src/lib/server/results/result-code.ts';
import { form as everyKind, someResponses } from './marked-form.ts';
import { noResponse, rightResponse, wrongResponses } from './responses.ts';
import { mills, readFiles } from './packs.ts';

const { index } = readFiles(mills());
if (!index) throw new Error('the mills do not load');
const [module = ''] = index.module.keys();
const form = { ...everyKind, module, seed: '7K3M9Q' };
const content = { index, form: () => form };
const secret = 'a secret of the tests, long enough to sign with';
const forShort = <T>(list: readonly T[]) => list.filter((_, at) => at % 5 === 2).slice(0, 10);
/** Ten items of as many kinds. */
const short = { ...form, items: forShort(form.items) };
const codeOf = (responses: Parameters<typeof resultCode>[1]) =>
	resultCode(short, forShort(responses), index, secret) ?? '';

const shortContent = { index, form: () => short };
const alphabet = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'];
const replaced = (code: string, at: number, sign: string) =>
	code.slice(0, at) + sign + code.slice(at + 1);

describe('the states of responses', () => {
	for (const fineness of ['full', 'coarse'] as Fineness[])
		test(`give the same marks when they come back (${fineness})`, () => {
			fc.assert(
				fc.property(someResponses, (responses) => {
					const { number, size } = packResponses(form, responses, fineness);
					expect(number < size).toBe(true);
					const back = unpackResponses(form, number, fineness) ?? [];
					form.items.forEach(({ item }, at) => {
						const [given, found] = [responses[at], back[at]];
						if (given && found) expect(mark(item, found)).toEqual(mark(item, given));
						else expect(given).toEqual(found);
					});
					// and stay what they are
					expect(packResponses(form, back, fineness).number).toBe(number);
				}),
				{ numRuns: 500 }
			);
		});
});

describe('a result code', () => {
	test('holds paper, answers and score in at most 80 characters', () => {
		fc.assert(
			fc.property(someResponses, (responses) => {
				const code = codeOf(responses);
				expect(code.length).toBeLessThanOrEqual(80);
				expect(code).toMatch(
					/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5})*(-[0-9A-HJKMNP-TV-Z]{1,4})?$/
				);
				const read = readResultCode(code, shortContent, secret);
				if (!read.ok) throw new Error(read.why);
				expect(read.form).toBe(short);
				short.items.forEach(({ item }, at) => {
					const [given, found] = [forShort(responses)[at], read.responses[at]];
					if (given && found) expect(mark(item, found).gained).toBe(mark(item, given).gained);
				});
			})
		);
	});

	test('is read in any case, without hyphens, with look-alikes', () => {
		const code = codeOf([]);
		const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
		expect(readResultCode(typed, shortContent, secret)).toMatchObject({ ok: true });
	});

	test('every single slip is found, and every exchange of two neighbours', () => {
		fc.assert(
			fc.property(someResponses, fc.nat(), fc.constantFrom(...alphabet), (responses, n, sign) => {
				const code = codeOf(responses);
				const at = n % code.length;
				const old = code[at] ?? '';
				if (old !== '-' && old !== sign)
					expect(readResultCode(replaced(code, at, sign), shortContent, secret)).toEqual({
						ok: false,
						why: 'damaged'
					});
				const next = code[at + 1] ?? old;
				if (old === '-' || next === '-' || next === old) return;
				const swapped = replaced(replaced(code, at, next), at + 1, old);
				expect(readResultCode(swapped, shortContent, secret)).toMatchObject({ why: 'damaged' });
			}),
			{ numRuns: 500 }
		);
	});

	test('all single slips of one code are found', () => {
		const code = codeOf([]);
		for (const [at, old] of [...code].entries())
			for (const sign of old === '-' ? [] : alphabet.filter((one) => one !== old)) {
				const read = readResultCode(replaced(code, at, sign), shortContent, secret);
				expect(read).toEqual({ ok: false, why: 'damaged' });
			}
	});

	test('of another secret, or of any signs at all, is never taken for one', () => {
		fc.assert(
			fc.property(someResponses, fc.string({ minLength: 1 }), (responses, other) => {
				const read = readResultCode(codeOf(responses), shortContent, secret + other);
				expect(read).toEqual({ ok: false, why: 'forged' });
			})
		);
		const signs = fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 80 });
		fc.assert(
			fc.property(fc.oneof(signs, fc.string()), (text) => {
				expect(readResultCode(text, content, secret).ok).toBe(false);
			}),
			{ numRuns: 2000 }
		);
	});

	test('of an older version of the content tells its score alone', () => {
		const now = { index, form: () => ({ ...short, bank: 'another' }) };
		const full = short.items.reduce((sum, { marks }) => sum + marks, 0);
		expect(readResultCode(codeOf([]), now, secret)).toEqual({
			...{ ok: false, why: 'older', gained: 0, full }
		});
	});
});

describe('codes that are pasted', () => {
	const pasted = (text: string) => readPasted(text, shortContent, secret, (id) => id);
	const codeOf = (answer: (item: Item) => Response) =>
		resultCode(
			short,
			short.items.map(({ item }) => answer(item)),
			index,
			secret
		) ?? '';
	const right = codeOf(rightResponse);
	const wrong = codeOf((item) => wrongResponses(item)[0] ?? noResponse(item));

	test('are read with blanks for hyphens, with a name of any words before them', () => {
		const spaced = right.replaceAll('-', ' ');
		for (const name of ['Ahmed', 'Ann Marie Berg', 'Ö. K.', 'ADELE 3', '']) {
			const { sats, wrong: lines } = pasted(`${name} ${spaced}`.trim());
			expect(lines).toEqual([]);
			expect(sats).toMatchObject([{ name: name || 'Line 1' }]);
		}
		expect(pasted(`Ahmed ${spaced.slice(0, -9)}`).wrong).toHaveLength(1);
		expect(pasted('this is a line of eight words that says nothing').wrong).toMatchObject([
			{ sentence: 'There is no code at the end of this line.' }
		]);
	});

	test('say where two names have the same wrong answers, and count both', () => {
		const lines = (code: string) => `Ann: ${code}\nBob: ${code}\nAnn: ${code}`;
		const [good, bad] = [pasted(lines(right)), pasted(lines(wrong))];
		for (const { sats, wrong: not } of [good, bad]) {
			expect(sats.map(({ name }) => name)).toEqual(['Ann', 'Bob']);
			expect(not).toMatchObject([{ number: 3, sentence: 'The same as line 1: it counts once.' }]);
		}
		expect(good.alike).toEqual([]);
		expect(bad.alike).toEqual([
			'Bob (line 2) has the same answers as Ann (line 1), the wrong ones, too.'
		]);
	});
});
