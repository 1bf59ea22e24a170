import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '../../src/lib/items/item.ts';
import { decodeResponses, encodeResponses } from '../../src/lib/marking/code.ts';
import { fieldNames, readResponses } from '../../src/lib/marking/read.ts';
import type { Response } from '../../src/lib/marking/response.ts';
import { anyText, fieldsOf, noResponse, rightResponse } from './responses.ts';
import { expectOwnIds, form, idsOf, someResponses, normal } from './marked-form.ts';

describe('reading the fields of a form', () => {
	const fieldsFor = (responses: readonly Response[]) =>
		form.items.flatMap(({ item }, at) => fieldsOf(item, at + 1, responses[at] as Response));

	test('gives back what was filled in', () => {
		fc.assert(
			fc.property(someResponses, (responses) => {
				const read = readResponses(form, fieldsFor(responses));
				expect(read.problems).toEqual([]);
				expect(normal(read.responses)).toEqual(normal(responses));
			})
		);
	});

	test('takes missing fields for unanswered', () => {
		const { responses, problems } = readResponses(form, []);
		expect(problems).toEqual([]);
		expect(responses).toEqual(form.items.map(({ item }) => noResponse(item)));
	});

	test('names an item whose answer is not among its options, and reads the rest', () => {
		const item = form.items[0]?.item as Item;
		const answers = fieldsFor(form.items.map(({ item }) => rightResponse(item)));
		const { responses, problems } = readResponses(form, [
			['q1', 'zzzzzzz'],
			...answers.filter(([name]) => name !== 'q1')
		]);
		expect(problems).toEqual([
			{ number: 1, message: expect.stringContaining('not among the options') }
		]);
		expect(responses[0]).toBeUndefined();
		expect(responses.slice(1)).toEqual(form.items.slice(1).map(({ item }) => rightResponse(item)));
		expect(item.kind).toBe('single');
	});

	test('asks for one answer where two came in', () => {
		const { options } = form.items[0]?.item as Extract<Item, { kind: 'single' }>;
		const { problems } = readResponses(
			form,
			options.map(({ id }) => ['q1', id] as const)
		);
		expect(problems).toEqual([{ number: 1, message: expect.stringContaining('choose one') }]);
	});

	test('says so when fields belong to another paper', () => {
		const { problems } = readResponses(form, [['q99', 'x']]);
		expect(problems).toEqual([{ number: 0, message: expect.stringContaining('another paper') }]);
	});

	test('asks for each place once', () => {
		const at = form.items.findIndex(({ item }) => item.kind === 'order');
		const names = fieldNames(form.items[at]?.item as Item, at + 1);
		for (const places of ['1 1 2 3', '1 2 3 5', '1 2 3', '1 2 x 4', '0 1 2 3', '1.5 1 2 3']) {
			const entries = places.split(' ').map((place, row) => [names[row] ?? '', place] as const);
			const { problems } = readResponses(form, entries);
			expect(problems, places).toEqual([
				{ number: at + 1, message: expect.stringContaining('1 to 4') }
			]);
		}
	});

	test('reads only the items that are asked for', () => {
		const { responses } = readResponses(form, [['q1', 'zzzzzzz']], [2]);
		expect(responses.filter(Boolean)).toHaveLength(1);
	});

	const knownNames = form.items.flatMap(({ item }, at) => fieldNames(item, at + 1));
	const knownValues = [...new Set(form.items.flatMap(({ item }) => idsOf(item)))];
	const field = fc.tuple(
		fc.oneof(fc.constantFrom(...knownNames), fc.string()),
		fc.oneof(fc.constantFrom(...knownValues), anyText, fc.nat().map(String))
	);
	test('never throws, whatever came in, and yields ids of the form alone', () => {
		fc.assert(
			fc.property(fc.array(field, { maxLength: 60 }), (fields) => {
				const { responses, problems } = readResponses(form, fields);
				expectOwnIds(responses);
				for (const { number, message } of problems) {
					expect(number).toBeLessThanOrEqual(form.items.length);
					expect(message).toMatch(/\.$/);
				}
				// What could be read can be marked and put into an address.
				expect(decodeResponses(form, encodeResponses(form, responses))).toBeDefined();
			}),
			{ numRuns: 500 }
		);
	});

	test('reads a hundred thousand values of one field without delay', () => {
		const start = performance.now();
		readResponses(
			form,
			Array.from({ length: 100_000 }, () => ['q1', ''] as const)
		);
		expect(performance.now() - start).toBeLessThan(2000);
	});
});
