import { expect, test } from 'vitest';
import { readDate } from '../../src/lib/marking/read-date.ts';
import { readNumber } from '../../src/lib/marking/read-entry.ts';

const wide = { unit: 'kilometres', stem: 'How wide is the corridor?' };

test.each([
	['23,27', 23.27],
	['7.000', 7000],
	['7 000', 7000],
	['7\u202f000', 7000],
	['7’000', 7000],
	['1.250,5', 1250.5],
	['1,250.5', 1250.5],
	['0,125', 0.125],
	['7000 km', 7000],
	['7,000 kilometers', 7000],
	['about 500', 500],
	['1,5 million', 1_500_000],
	['−5', -5],
	['forty-four', 44],
	['two thousand and five', 2005]
])('the number %s is read as %d', (typed, number) => {
	expect(readNumber(typed, wide)).toBe(number);
});

test.each(['7 miles', '5 or 6', '44 %', '1234,567', '7,000,00', '500,', '1e5', 'a', 'many', '٣'])(
	'"%s" is no number of kilometres',
	(typed) => expect(readNumber(typed, wide)).toBeUndefined()
);

test('what the question counts may be said again', () => {
	const counted = { unit: '', stem: 'How many Orrin soldiers were there?' };
	expect(readNumber('50 soldiers', counted)).toBe(50);
	expect(readNumber('fifty soldiers', counted)).toBe(50);
	expect(readNumber('50 horses', counted)).toBeUndefined();
	expect(readNumber('44 %', { unit: 'per cent', stem: '' })).toBe(44);
});

const nothing = { day: '', month: '', year: '' };
const november = { text: '2020-11-10' };

test.each([
	'10 Nov 2020',
	'10.11.2020',
	'November 10th, 2020',
	'2020-11-10',
	'10-Nov-2020',
	'10 ноября 2020',
	'10-го ноября 2020 г.',
	'10 նոյեմբերի 2020',
	'10 noyabr 2020',
	'10 Kasım 2020',
	'10 novembre 2020'
])('the date %s is read, in whichever field it was typed', (typed) => {
	for (const field of ['day', 'month', 'year'])
		expect(readDate({ ...nothing, [field]: typed }, 'day'), field).toEqual(november);
});

test('the month may be a word in its own field, or stand with the day', () => {
	expect(readDate({ day: '10th', month: 'nov', year: '2020' }, 'day')).toEqual(november);
	expect(readDate({ day: '10-го', month: '11', year: '2020' }, 'day')).toEqual(november);
	expect(readDate({ day: '10 Nov', month: '', year: '2020' }, 'day')).toEqual(november);
	expect(readDate({ ...nothing, year: '10 Nov 2020' }, 'year')).toEqual({ text: '2020' });
});

test.each([
	['03/04/2020', 'Is this 3 April or 4 March 2020? Please write the month as a word.'],
	['10/11/20', 'Please write the year in four figures.'],
	['Nov 2020', 'Please give the day too.'],
	['31.2.2020', 'This is not a date.'],
	['10 foo 2020', 'This is not a date.']
])('of %s it is said what to do', (typed, problem) => {
	expect(readDate({ ...nothing, day: typed }, 'day')).toEqual({
		problem: expect.stringContaining(problem)
	});
});

test('a day over twelve tells which is the month', () => {
	expect(readDate({ ...nothing, day: '13/04/2020' }, 'day')).toEqual({ text: '2020-04-13' });
	expect(readDate({ ...nothing, day: '04/13/2020' }, 'day')).toEqual({ text: '2020-04-13' });
});
