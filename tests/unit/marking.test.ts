import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assemble } from '../../src/lib/forms/assemble.ts';
import type { Form } from '../../src/lib/forms/form.ts';
import { kinds, type Item } from '../../src/lib/items/item.ts';
import { fullMark } from '../../src/lib/items/parts.ts';
import { decodeResponses, encodeResponses } from '../../src/lib/marking/code.ts';
import { mark } from '../../src/lib/marking/mark.ts';
import { fieldNames, readResponses } from '../../src/lib/marking/read.ts';
import { readNumber } from '../../src/lib/marking/read-entry.ts';
import type { Response } from '../../src/lib/marking/response.ts';
import { mills, sound, soundPacks } from './packs.ts';
import {
	anyResponse,
	anyText,
	fieldsOf,
	noResponse,
	rightResponse,
	wrongResponses
} from './responses.ts';

const broken = (items: readonly Item[], law: (item: Item) => boolean): string[] =>
	items.filter((item) => !law(item)).map(({ id }) => id);

describe.each(soundPacks())('marking every item of $name', ({ bank: { items } }) => {
	test('the key earns the full mark', () => {
		expect(
			broken(items, (item) => {
				const { gained, full, answered } = mark(item, rightResponse(item));
				return answered && gained === full && full === fullMark(item) && full > 0;
			})
		).toEqual([]);
	});

	test('every single distractor, wrong row and reversed order earns nothing', () => {
		expect(
			broken(items, (item) =>
				wrongResponses(item).every((response) => {
					const { gained, answered } = mark(item, response);
					return answered && gained === 0;
				})
			)
		).toEqual([]);
	});

	test('no response is unanswered, and earns nothing', () => {
		expect(
			broken(items, (item) => {
				const { gained, full, answered } = mark(item, noResponse(item));
				return !answered && gained === 0 && full === fullMark(item);
			})
		).toEqual([]);
	});
});

const { index, bank } = sound('the small pack', mills());
const module = index.module.get('orrin');
if (!module) throw new Error('the small pack has lost its module');

/** A form with three items of every kind, whatever they give away. */
const form: Form = {
	...assemble(bank, module, '000000'),
	items: kinds.flatMap((kind) =>
		bank.items
			.filter((item) => item.kind === kind)
			.slice(0, 3)
			.map((item) => ({ item, marks: fullMark(item) }))
	)
};
test('the form of these tests has items of every kind', () => {
	expect([...new Set(form.items.map(({ item }) => item.kind))]).toEqual(kinds);
});
const someResponses = fc.tuple(...form.items.map(({ item }) => anyResponse(item)));

describe('marking any response', () => {
	test('gives between nothing and the full mark, and something only to what was answered', () => {
		fc.assert(
			fc.property(someResponses, (responses) => {
				responses.forEach((response, at) => {
					const { item, marks } = form.items[at] as Form['items'][number];
					const { gained, full, answered } = mark(item, response);
					expect(full).toBe(marks);
					expect(gained).toBeGreaterThanOrEqual(0);
					expect(gained).toBeLessThanOrEqual(full);
					if (!answered) expect(gained).toBe(0);
				});
			})
		);
	});

	const several = bank.items.find(
		(item) => item.kind === 'several' && item.options.filter(({ key }) => key).length === 3
	);
	test('takes a mark off for each distractor beside the keys of "several"', () => {
		if (several?.kind !== 'several') throw new Error('no item');
		const [keys, others] = [true, false].map((wanted) =>
			several.options.filter(({ key }) => key === wanted).map(({ id }) => id)
		) as [string[], string[]];
		const gained = (options: string[]) => mark(several, { options }).gained;
		expect(keys).toHaveLength(3);
		expect(gained(keys.slice(0, 2))).toBe(2);
		expect(gained([...keys, ...others.slice(0, 1)])).toBe(2);
		expect(gained([...keys, ...others])).toBe(0);
	});

	test('gives an order what it has of Kendall’s tau', () => {
		const item = form.items.find(({ item }) => item.kind === 'order')?.item;
		if (item?.kind !== 'order') throw new Error('no item');
		const given = (...places: number[]) => {
			const sorted = [...item.entries].sort((a, b) => a.place - b.place);
			const pairs = sorted.map(({ id }, at) => [id, places[at] ?? 0] as const);
			return mark(item, { places: Object.fromEntries(pairs) }).gained;
		};
		expect(given(1, 2, 3, 4)).toBe(3);
		expect(given(2, 1, 3, 4)).toBe(2); // one pair of six the wrong way round: tau = 4/6
		expect(given(2, 1, 4, 3)).toBe(1); // two pairs: tau = 2/6
		expect(given(4, 1, 2, 3)).toBe(0); // three pairs: tau = 0
		expect(given(4, 3, 2, 1)).toBe(0);
	});

	test('takes a date that is given more exactly than asked, not less', () => {
		const item = bank.items.find((item) => item.kind === 'date' && item.worth === 'year');
		if (item?.kind !== 'date') throw new Error('no item');
		expect(mark(item, { text: `${item.key}-05-01` }).gained).toBe(1);
		expect(
			mark({ ...item, key: `${item.key}-05-01`, worth: 'day' }, { text: item.key }).gained
		).toBe(0);
	});

	test.each([
		[24, 0, '24', 1],
		[24, 0, '25', 0],
		[310, 31, '341', 1],
		[310, 31, '342', 0],
		[6500, 65, '6,560', 1],
		[24, 0, 'many', 0]
	])(
		'takes a number within its tolerance: key %d ± %d, given %s → %d',
		(key, tolerance, text, gained) => {
			const item = form.items.find(({ item }) => item.kind === 'number')?.item;
			if (item?.kind !== 'number') throw new Error('no item');
			expect(mark({ ...item, key, tolerance }, { text }).gained).toBe(gained);
		}
	);
});

/** Responses up to what makes no difference: the order of options, how a number was typed. */
const normal = (responses: readonly (Response | undefined)[] | undefined) =>
	responses?.map((response) => {
		if (response && 'options' in response) return { options: [...response.options].sort() };
		if (response && 'text' in response) return { text: readNumber(response.text) ?? response.text };
		return response;
	});

/** Every id that a response names. */
function idsIn(response: Response): string[] {
	if ('option' in response) return [response.option].filter(Boolean);
	if ('options' in response) return response.options;
	if ('places' in response) return Object.keys(response.places);
	return 'rows' in response ? Object.entries(response.rows).flat() : [];
}
/** Every id that an item knows. */
const idsOf = (item: Item): string[] => [
	...('options' in item ? item.options : []).map(({ id }) => id),
	...('rows' in item ? item.rows : []).map(({ id }) => id),
	...('entries' in item ? item.entries : []).map(({ id }) => id),
	...('gaps' in item ? item.gaps : []).flatMap(({ id, options }) => [
		id,
		...options.map(({ id }) => id)
	]),
	...(item.kind === 'support' ? ['supported', 'contradicted', 'not-stated'] : [])
];
function expectOwnIds(responses: readonly (Response | undefined)[]) {
	expect(responses).toHaveLength(form.items.length);
	responses.forEach((response, at) => {
		const item = form.items[at]?.item;
		if (response && item) expect(idsOf(item)).toEqual(expect.arrayContaining(idsIn(response)));
	});
}

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
