import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { dueAt, keepDigest } from '#lib/client/due.ts';
import { dayEnd, dayStart } from '#lib/client/practice/days.ts';
import { digestOf } from '#lib/client/practice/digest.ts';
import { forecast } from '#lib/practice/ahead.ts';
import { todays, usualTerms, type Terms } from '#lib/practice/due.ts';
import { answered, type Review } from '#lib/practice/review.ts';

// two nights change the clock here: 29 March 2026 lasts 23 hours, 25 October 2026 lasts 25
const zone = process.env.TZ;
process.env.TZ = 'Europe/Berlin';

const minute = 60_000;
const hour = 60 * minute;
const at = (text: string) => new Date(text).getTime();

beforeAll(() => {
	const shelf = new Map<string, string>();
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => shelf.get(key) ?? null,
		setItem: (key: string, value: string) => void shelf.set(key, value),
		removeItem: (key: string) => void shelf.delete(key)
	});
});
afterAll(() => {
	vi.unstubAllGlobals();
	if (zone === undefined) delete process.env.TZ;
	else process.env.TZ = zone;
});

/** Items that come back at moments. */
const reviewsAt = (...dues: number[]): Review[] =>
	dues.map((due, place) => ({
		...answered(undefined, { id: `i${place}`, rev: 'r', topic: 't' }, { mark: 1, of: 1 }, 3, 0),
		due
	}));
const number = (reviews: Review[], terms: Terms, now: number) =>
	todays(reviews, terms, dayEnd(now), 0).length;

describe('a day of the reader', () => {
	test.each([
		['an ordinary one', '2026-03-28T12:00', 24],
		['when the clock goes forward', '2026-03-29T12:00', 23],
		['when the clock goes back', '2026-10-25T12:00', 25]
	])('lasts from midnight to midnight: %s', (_, noon, hours) => {
		expect(dayEnd(at(noon)) + 1 - dayStart(at(noon))).toBe(hours * hour);
		for (const moment of [dayStart(at(noon)), at(noon), dayEnd(at(noon))])
			expect([dayStart(moment), dayEnd(moment)]).toEqual([dayStart(at(noon)), dayEnd(at(noon))]);
	});
});

describe('a pause', () => {
	// chosen a minute before midnight, or a minute after it, on either side of a changed clock
	test.each([
		['2026-03-28T23:59', '2026-03-29T23:59', '2026-03-30T00:00'],
		['2026-03-29T00:01', '2026-03-30T23:59', '2026-03-31T00:00'],
		['2026-10-24T23:59', '2026-10-25T23:59', '2026-10-26T00:00'],
		['2026-10-25T00:01', '2026-10-26T23:59', '2026-10-27T00:00']
	])(
		'until tomorrow is over, chosen at %s, holds at %s and has ended at %s',
		(from, last, next) => {
			const reviews = reviewsAt(at('2026-03-01T12:00'));
			const terms = { ...usualTerms, pausedUntil: dayEnd(at(from), 1) };
			expect([from, last, next].map((now) => number(reviews, terms, at(now)))).toEqual([0, 0, 1]);
		}
	);

	test('of a week over a changed clock ends with the eighth day, in the days ahead too', () => {
		const now = at('2026-10-22T23:59');
		const reviews = reviewsAt(now - hour);
		const terms = { ...usualTerms, pausedUntil: dayEnd(now, 7) };
		const ends = Array.from({ length: 9 }, (_, day) => dayEnd(now, day));
		const waiting = forecast(reviews, terms, ends).map((day) => day.waiting);
		expect(waiting).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1]);
		expect(number(reviews, terms, at('2026-10-29T23:59'))).toBe(0);
		expect(number(reviews, terms, at('2026-10-30T00:00'))).toBe(1);
	});
});

describe('what the first page says is due', () => {
	const now = at('2026-10-24T23:30');
	const reviews = reviewsAt(
		...['2026-10-24T09:00', '2026-10-25T02:30', '2026-10-25T23:59', '2026-10-26T00:00'].map(at),
		...['2026-11-03T08:00', '2026-12-01T08:00'].map(at)
	);
	const moments = Array.from({ length: 60 * 24 }, (_, turn) => now + turn * hour);

	test.each([
		['as usual', usualTerms],
		['of few a day', { ...usualTerms, daily: 2 }],
		['while paused over the changed clock', { ...usualTerms, pausedUntil: dayEnd(now, 1) }],
		['while paused until the reader goes on', { ...usualTerms, pausedUntil: 8_640_000_000_000_000 }]
	])('is what the page of reviews will say, at every hour: %s', (_, terms) => {
		keepDigest(digestOf(reviews, terms, 0, now));
		for (const moment of moments)
			expect(dueAt(moment), new Date(moment).toString()).toBe(number(reviews, terms, moment));
	});

	test('leaves out what was done today, today only', () => {
		const terms = { ...usualTerms, daily: 1 };
		keepDigest(digestOf(reviews, terms, 1, now));
		expect([dueAt(now), dueAt(at('2026-10-25T00:00'))]).toEqual([0, 1]);
	});

	test('is nothing where nothing is kept', () => {
		keepDigest(digestOf([], usualTerms, 0, now));
		expect(localStorage.getItem('due')).toBeNull();
		expect(dueAt(now)).toBe(0);
	});
});
