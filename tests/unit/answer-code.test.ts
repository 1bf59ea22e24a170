import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Form } from '../../src/lib/forms/form.ts';
import { decodeResponses, encodeResponses } from '../../src/lib/marking/code.ts';
import { mark } from '../../src/lib/marking/mark.ts';
import { anyText, noResponse } from './responses.ts';
import { expectOwnIds, form, someResponses, normal } from './marked-form.ts';

describe('responses in an address', () => {
	test('come back as they were, but for names in characters that need no escaping', () => {
		fc.assert(
			fc.property(someResponses, (responses) => {
				const code = encodeResponses(form, responses);
				const named = (at: number) => form.items[at]?.item.kind === 'short';
				const parts = code.split('.');
				expect(parts.filter((_, at) => !named(at)).join('.')).toMatch(/^[-.,/a-z0-9]*$/);
				expect(normal(decodeResponses(form, code))).toEqual(normal(responses));
				// An address has no half letters.
				const address = new URLSearchParams({ r: code }).toString();
				const sent = responses.map((one, at) =>
					named(at) && 'text' in one ? { text: one.text.toWellFormed() } : one
				);
				const back = new URLSearchParams(address).get('r') ?? '';
				expect(normal(decodeResponses(form, back))).toEqual(normal(sent));
			})
		);
	});

	test('come back as unanswered where they are missing', () => {
		const code = encodeResponses(form, []);
		expect(decodeResponses(form, code)).toEqual(form.items.map(({ item }) => noResponse(item)));
	});

	test('keep a number of thirty digits', () => {
		const at = form.items.findIndex(({ item }) => item.kind === 'number');
		const responses = form.items.map(({ item }, place) =>
			place === at ? { text: '9'.repeat(30) } : noResponse(item)
		);
		expect(decodeResponses(form, encodeResponses(form, responses))).toEqual(responses);
	});

	const part = fc.oneof(
		fc.string({ unit: fc.constantFrom(...'0123456789abcz-,./ '), maxLength: 12 }),
		anyText
	);
	test('from garbage are refused or name ids of the form alone, and never throw', () => {
		const parts = fc.array(part, { minLength: form.items.length, maxLength: form.items.length });
		fc.assert(
			fc.property(fc.oneof(parts, fc.array(part)), (parts) => {
				const responses = decodeResponses(form, parts.join('.'));
				if (responses) expectOwnIds(responses);
				responses?.forEach((response, at) =>
					mark((form.items[at] as Form['items'][number]).item, response)
				);
			}),
			{ numRuns: 500 }
		);
	});

	test('with one part damaged are refused or stay within the form', () => {
		fc.assert(
			fc.property(
				someResponses,
				fc.nat({ max: form.items.length - 1 }),
				part,
				(responses, at, damage) => {
					const parts = encodeResponses(form, responses).split('.');
					parts[at] = damage;
					const decoded = decodeResponses(form, parts.join('.'));
					if (decoded) expectOwnIds(decoded);
				}
			),
			{ numRuns: 500 }
		);
	});

	test('of another form are refused', () => {
		expect(decodeResponses(form, '')).toBeUndefined();
		expect(decodeResponses(form, `${encodeResponses(form, [])}.`)).toBeUndefined();
	});
});
