import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { costOfSkipping, forecast } from '#lib/practice/ahead.ts';
import { dueBy, todays, usualTerms } from '#lib/practice/due.ts';
import { fileOf, readFile } from '#lib/practice/file.ts';
import { merged, type Practice } from '#lib/practice/merge.ts';
import { masteryOf } from '#lib/practice/mastery.ts';
import {
	answered,
	ratingOf,
	ratings,
	ratingsFor,
	retrievability,
	type Review
} from '#lib/practice/review.ts';

const day = 86_400_000;
const start = Date.UTC(2026, 0, 5, 9);
const ends = Array.from({ length: 8 }, (_, place) => Date.UTC(2026, 0, 6 + place) - 1);

/** The review of an item after some answers, each so many days after the one before. */
function after(id: string, answers: { days: number; rating: number; mark: number }[]): Review {
	let at = start - answers.reduce((sum, { days }) => sum + days, 0) * day;
	let review: Review | undefined;
	for (const { days, rating, mark } of answers) {
		const met = { id, rev: 'r1', topic: `topic-${id.length % 3}` };
		review = answered(review, met, { mark, of: 2 }, ratings[rating] ?? 3, at);
		at += days * day;
	}
	if (!review) throw new Error('no answer');
	return review;
}

const answers = fc.array(
	fc.record({
		days: fc.integer({ min: 0, max: 60 }),
		rating: fc.integer({ min: 0, max: 3 }),
		mark: fc.integer({ min: 0, max: 2 })
	}),
	{ minLength: 1, maxLength: 6 }
);
const reviews = fc
	.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), answers, { maxKeys: 25 })
	.map((all) => Object.entries(all).map(([id, list]) => after(id, list)));
const terms = fc.record({
	on: fc.boolean(),
	daily: fc.integer({ min: 1, max: 30 }),
	pausedUntil: fc.constantFrom(0, ends[3] ?? 0)
});
const practice: fc.Arbitrary<Practice> = fc.record({
	terms,
	reviews,
	read: fc.uniqueArray(fc.record({ slug: fc.stringMatching(/^[a-z]{1,8}$/), at: fc.nat(start) }), {
		selector: ({ slug }) => slug
	}),
	papers: fc.uniqueArray(
		fc.record({
			paper: fc.stringMatching(/^[a-z]{1,8}\/[0-9]{6}$/),
			at: fc.nat(start),
			href: fc.constant('/quiz/a/000001/result?r=x'),
			title: fc.stringMatching(/^[a-z]{1,8}$/),
			gained: fc.nat(9),
			full: fc.constant(10)
		}),
		{ selector: ({ paper }) => paper }
	)
});
const nothing: Practice = { terms: usualTerms, reviews: [], read: [], papers: [] };

describe('an answer', () => {
	test('is rated by its mark, and the reader can’t say more than it bears out', () => {
		expect([0, 1, 2].map((mark) => ratingOf({ mark, of: 2 }))).toEqual([1, 2, 3]);
		expect(ratingsFor({ mark: 0, of: 2 })).toEqual([1]);
		expect(ratingsFor({ mark: 1, of: 2 })).toEqual([1, 2]);
		expect(ratingsFor({ mark: 2, of: 2 })).toEqual([1, 2, 3, 4]);
	});

	test('never brings the item back on the same day, and a better one no sooner', () => {
		fc.assert(
			fc.property(answers, (list) => {
				const before = after('a', list);
				const now = before.last + 3 * day;
				const dues = ratings.map(
					(rating) => answered(before, before, { mark: 2, of: 2 }, rating, now).due
				);
				for (const due of dues) expect(due - now).toBeGreaterThanOrEqual(day);
				expect(dues).toEqual([...dues].sort((a, b) => a - b));
			})
		);
	});

	test('given on a clock that was set back loses nothing', () => {
		const before = after('a', [{ days: 0, rating: 2, mark: 2 }]);
		const next = answered(before, before, { mark: 2, of: 2 }, 3, before.last - 40 * day);
		expect(next.last).toBe(before.last);
		expect(retrievability(next, next.last - day)).toBe(1);
	});

	test('on a reworded item keeps its schedule', () => {
		const before = after('a', [{ days: 10, rating: 2, mark: 2 }]);
		const answer = [{ mark: 2, of: 2 }, 3, start] as const;
		const same = answered(before, before, ...answer);
		expect(answered(before, { ...before, rev: 'r2' }, ...answer)).toEqual({ ...same, rev: 'r2' });
	});
});

describe('the days ahead', () => {
	test('take no more than the daily number, and leave over what they do not take', () => {
		fc.assert(
			fc.property(reviews, terms, (all, own) => {
				const days = forecast(all, own, ends);
				days.forEach(({ end, waiting, taken }, place) => {
					expect(taken).toBe(Math.min(own.daily, waiting));
					const left = days[place - 1];
					if (left && own.pausedUntil <= end)
						expect(waiting).toBeGreaterThanOrEqual(left.waiting - left.taken);
				});
				expect(days[0]?.taken).toBe(todays(all, own, ends[0] ?? 0, 0).length);
			})
		);
	});

	test('sum up to all that falls due, where nothing comes back within them', () => {
		fc.assert(
			fc.property(reviews, (all) => {
				const steady = all.map((one) => ({ ...one, stability: one.stability + 60, state: 2 }));
				const days = forecast(steady, { ...usualTerms, daily: 1000 }, ends);
				const sum = days.reduce((total, { taken }) => total + taken, 0);
				expect(sum).toBe(dueBy(steady, ends.at(-1) ?? 0).length);
			})
		);
	});

	test('bring nothing while reviews are paused, nor what the bank no longer has', () => {
		const gone = { ...after('a', [{ days: 30, rating: 2, mark: 2 }]), gone: true };
		const here = { ...gone, id: 'b', gone: false };
		const own = { ...usualTerms, pausedUntil: ends[2] ?? 0 };
		const waiting = forecast([gone, here], own, ends).map((one) => one.waiting);
		// "until the third day is over"
		expect(waiting.slice(0, 4)).toEqual([0, 0, 0, 1]);
	});

	test('a week off costs what is forgotten in it', () => {
		const all = ['a', 'b', 'c'].map((id) => after(id, [{ days: 4, rating: 2, mark: 2 }]));
		const cost = costOfSkipping(all, { ...usualTerms, daily: 2 }, start, start + 90 * day);
		expect(cost).toMatchObject({ waiting: 3, days: 2, knownNow: 3 });
		expect(cost.knownThen).toBeLessThan(cost.knownNow);
	});
});

test('an item is known that was answered in full and is recalled nine times in ten', () => {
	const full = { ...after('a', [{ days: 0, rating: 2, mark: 2 }]), topic: 't' };
	const partly = { ...after('b', [{ days: 0, rating: 1, mark: 1 }]), topic: 't' };
	const gone = { ...full, id: 'c', gone: true };
	expect(masteryOf([full, partly, gone], start)).toEqual([{ topic: 't', met: 2, known: 1 }]);
	expect(masteryOf([full], start + 365 * day)).toEqual([{ topic: 't', met: 1, known: 0 }]);
});

const byName = (one: Practice) => ({
	...one,
	reviews: [...one.reviews].sort((a, b) => (a.id < b.id ? -1 : 1)),
	read: [...one.read].sort((a, b) => (a.slug < b.slug ? -1 : 1)),
	papers: [...one.papers].sort((a, b) => (a.paper < b.paper ? -1 : 1))
});
const read = (text: string): Practice => {
	const { terms, reviews, read, papers } = readFile(text) as Practice;
	return { terms, reviews, read, papers };
};

describe('a file of reviews', () => {
	test('taken in where nothing is kept gives the same again', () => {
		fc.assert(
			fc.property(practice, (all) => {
				fc.pre(all.reviews.length + all.read.length > 0);
				const file = read(fileOf(all, start));
				expect(file).toEqual(all);
				expect(byName(merged(nothing, file).practice)).toEqual(byName(all));
			})
		);
	});

	test('changes nothing when it is taken in twice', () => {
		fc.assert(
			fc.property(practice, practice, (here, file) => {
				const once = merged(here, file).practice;
				const twice = merged(once, file);
				expect(twice.practice).toEqual(once);
				expect(twice.taken).toMatchObject({ added: 0, newer: 0, read: 0, papers: 0 });
			})
		);
	});

	test('keeps of each item the answer given last, and says what it took', () => {
		const old = after('a', [{ days: 9, rating: 2, mark: 2 }]);
		const later = answered(old, old, { mark: 0, of: 2 }, 1, start);
		const other = { ...old, id: 'b' };
		const here = { ...nothing, reviews: [old] };
		const { practice, taken } = merged(here, { ...nothing, reviews: [later, other] });
		expect(practice.reviews).toEqual([later, other]);
		expect(taken).toEqual({ added: 1, newer: 1, kept: 0, read: 0, papers: 0 });
		expect(merged(practice, here).practice.reviews).toEqual([later, other]);
	});

	test('of the first version is taken as before', () => {
		const old = { ...nothing, reviews: [after('a', [{ days: 9, rating: 2, mark: 2 }])] };
		const text = fileOf(old, start).replace('"version": 2', '"version": 1');
		expect(read(text.replace(/,\s*"papers": \[\]/, ''))).toEqual(old);
	});

	test('leads nowhere but to this site', () => {
		const paper = { paper: 'a/000001', at: 1, title: 'A', gained: 1, full: 2 };
		for (const href of ['javascript:alert(1)', '//elsewhere.example/quiz/', 'https://a.example/'])
			expect(readFile(fileOf({ ...nothing, papers: [{ ...paper, href }] }, start))).toEqual({
				problem: expect.stringContaining('papers → 0 → href')
			});
	});

	test.each([
		['', 'damaged'],
		['{"format": "sourcebook-practice", "version": 1', 'damaged'],
		['[1, 2]', 'no file of reviews'],
		['{"format": "sourcebook-practice", "version": 3}', 'newer version'],
		[fileOf(nothing, start).replace('"daily": 20', '"daily": -3'), 'terms → daily']
	])('that is damaged says so: %s', (text, said) => {
		expect(readFile(text)).toEqual({ problem: expect.stringContaining(said) });
		expect(readFile(text)).toEqual({ problem: expect.stringContaining('Nothing was changed.') });
	});
});
