import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	cutDate,
	formatDate,
	formatOn,
	overlap,
	parseDate,
	precisionOf
} from '../../src/lib/facts/dates.ts';
import { formatCount, formatNumber } from '../../src/lib/facts/naming.ts';
import { readDate, readNumber } from '../../src/lib/marking/read-entry.ts';

describe('a date in words', () => {
	test.each([
		['2022-09-14', '14 September 2022', 'on 14 September 2022', 'day'],
		['2022-09', 'September 2022', 'in September 2022', 'month'],
		['1923', '1923', 'in 1923', 'year'],
		[
			'2022-09-12/2022-09-14',
			'12 to 14 September 2022',
			'from 12 to 14 September 2022',
			'interval'
		],
		[
			'2020-09-27/2020-11-10',
			'27 September to 10 November 2020',
			'from 27 September to 10 November 2020',
			'interval'
		],
		[
			'2020-12-31/2021-01-02',
			'31 December 2020 to 2 January 2021',
			'from 31 December 2020 to 2 January 2021',
			'interval'
		],
		[
			'2020-09/2020-11',
			'September to November 2020',
			'from September to November 2020',
			'interval'
		],
		['1988/1994', '1988 to 1994', 'from 1988 to 1994', 'interval']
	])('%s → %s', (text, words, on, precision) => {
		expect(parseDate(text)).toBeDefined();
		expect(formatDate(text)).toBe(words);
		expect(formatOn(text)).toBe(on);
		expect(precisionOf(text)).toBe(precision);
	});

	test.each([
		'',
		'x',
		'14 September 2022',
		'2022-9-1',
		'2022-13',
		'2022-02-30',
		'2022-09-31',
		'2023/2022',
		'2022/..',
		'2022-21',
		'2022?',
		'2022~',
		'156X',
		'2022-XX',
		'19',
		'20222',
		'-0001',
		'2022-09-14T10:00:00Z',
		'{2022}',
		'[2022,2023]',
		'2022-09-14\n'
	])('%j is none that could be said', (text) => {
		expect(parseDate(text)).toBeUndefined();
	});

	test('is read from any text without throwing, and what is read can be said', () => {
		fc.assert(
			fc.property(
				fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789-/X?~.') })),
				(text) => {
					if (parseDate(text)) expect(formatDate(text)).not.toMatch(/undefined|NaN/);
				}
			),
			{ numRuns: 1000 }
		);
	});

	test.each([
		['2022-09-14', 'day', '2022-09-14'],
		['2022-09-14', 'month', '2022-09'],
		['2022-09-14', 'year', '2022'],
		['2022-09', 'day', '2022-09']
	] as const)('is cut to what is worth knowing: %s by %s → %s', (text, worth, cut) => {
		expect(cutDate(text, worth)).toBe(cut);
	});

	test.each([
		['2022-09-14', '2022-09', true],
		['2022', '2022-12-31', true],
		['2022-09-12/2022-09-14', '2022-09-14', true],
		['2022-09-14', '2022-09-15', false],
		['2021', '2022', false]
	])('%s and %s share a day: %s', (a, b, shared) => {
		const [one, two] = [parseDate(a), parseDate(b)];
		expect(one && two && overlap(one, two)).toBe(shared);
	});
});

describe('a number in words', () => {
	test.each([
		[0, 'no'],
		[6, 'six'],
		[10, 'ten'],
		[11, '11'],
		[1960, '1,960'],
		[100417, '100,417'],
		[76.9, '76.9']
	])('%d → %s', (value, words) => {
		expect(formatNumber(value)).toBe(words);
	});

	test.each([
		[{ count: 6, unit: 'weeks', qualifier: 'exact' }, 'six weeks'],
		[{ count: 1, unit: 'weeks', qualifier: 'exact' }, 'one week'],
		[{ count: 50, qualifier: 'about' }, 'about 50'],
		[{ count: 6500, qualifier: 'more-than' }, 'more than 6,500'],
		[
			{ count: 4400, unit: 'square kilometres', qualifier: 'up-to' },
			'up to 4,400 square kilometres'
		]
	] as const)('%j → %s', (count, words) => {
		expect(formatCount(count)).toBe(words);
	});
});

describe('a typed date', () => {
	test.each([
		['14', '9', '2022', 'day', '2022-09-14'],
		[' 14 ', '09', '2022 ', 'day', '2022-09-14'],
		['29', '2', '2024', 'day', '2024-02-29'],
		['29', '2', '2023', 'day', undefined],
		['31', '9', '2022', 'day', undefined],
		['0', '9', '2022', 'day', undefined],
		['14', '13', '2022', 'day', undefined],
		['14', '0', '2022', 'day', undefined],
		['14', '9', '22', 'day', undefined],
		['14', '9', '', 'day', undefined],
		['', '9', '2022', 'day', undefined],
		['14th', '9', '2022', 'day', undefined],
		['-1', '9', '2022', 'day', undefined],
		['1e1', '9', '2022', 'day', undefined],
		['', '', '', 'day', ''],
		['', '9', '2022', 'month', '2022-09'],
		['99', '9', '2022', 'month', '2022-09'],
		['', 'September', '2022', 'month', undefined],
		['', '', '1923', 'year', '1923'],
		['', '', '19233', 'year', undefined],
		['', '', ' ', 'year', '']
	] as const)('day %j, month %j, year %j, worth the %s → %j', (day, month, year, worth, date) => {
		expect(readDate({ day, month, year }, worth)).toBe(date);
	});

	test('is one that can be said in words, or none; nothing throws', () => {
		const text = fc.oneof(fc.string({ maxLength: 4 }), fc.nat({ max: 3000 }).map(String));
		fc.assert(
			fc.property(
				text,
				text,
				text,
				fc.constantFrom('day', 'month', 'year'),
				(day, month, year, worth) => {
					const date = readDate({ day, month, year }, worth);
					if (date) {
						expect(parseDate(date)).toBeDefined();
						expect(precisionOf(date)).toBe(worth);
					}
				}
			),
			{ numRuns: 1000 }
		);
	});
});

describe('a typed number', () => {
	test.each([
		['1250', 1250],
		['1,250', 1250],
		['1 250', 1250],
		['1\u00a0250', 1250],
		['1\u202f250', 1250],
		['1,250,000', 1_250_000],
		[' 76.9 ', 76.9],
		['-3', -3],
		['007', 7],
		['', undefined],
		['many', undefined],
		['12,50', undefined],
		['1,2500', undefined],
		['1,234,56', undefined],
		['1.2.3', undefined],
		['.5', undefined],
		['5.', undefined],
		['+5', undefined],
		['1e3', undefined],
		['0x10', undefined],
		['Infinity', undefined],
		['NaN', undefined],
		['١٢', undefined],
		['50 people', undefined]
	])('%j → %s', (text, value) => {
		expect(readNumber(text)).toBe(value);
	});

	test('comes back from the words of any number above ten', () => {
		fc.assert(
			fc.property(fc.integer({ min: 11, max: 10 ** 9 }), (value) => {
				expect(readNumber(formatNumber(value))).toBe(value);
			})
		);
	});
});
