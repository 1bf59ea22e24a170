import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer, Attempt } from '../../src/lib/statistics/attempts.ts';
import { fPoint } from '../../src/lib/statistics/distributions.ts';
import { groupsOf } from '../../src/lib/statistics/groups.ts';
import { analyse, type ItemStatistics } from '../../src/lib/statistics/statistics.ts';
import { root } from './packs.ts';

const read = (name: string) => readFileSync(join(root, 'tests/fixtures/statistics', name), 'utf8');

interface Range {
	low: number;
	high: number;
}
interface ExpectedOption {
	id: string;
	share: number;
	lower: number;
	middle: number;
	upper: number;
}
interface ExpectedItem {
	id: string;
	rev: string;
	n: number;
	facility: number;
	facilityInterval: Range;
	discrimination: number;
	discriminationInterval: Range;
	upperLower: number;
	options?: ExpectedOption[] | undefined;
	omitted?: number | undefined;
	efficiency?: number | undefined;
}
interface Expected {
	items: ExpectedItem[];
	kr20?: number;
	whole: { alpha: number; interval: Range; sem: number; n: number; items: number };
}

const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, key: id === 'a' }));

function attemptsOf(name: string): Attempt[] {
	const attempts = new Map<string, Answer[]>();
	for (const line of read(`${name}.csv`).trim().split('\n').slice(1)) {
		const [attempt = '', id = '', rev = '', gained, full, option = ''] = line.split(',');
		const answers = attempts.get(attempt) ?? [];
		attempts.set(attempt, answers);
		answers.push({
			...{ id, rev, gained: Number(gained), full: Number(full) },
			...(name === 'part-marks' ? {} : { options: option === '' ? [] : [option] })
		});
	}
	return [...attempts.values()].map((answers) => ({ answers }));
}

/** The figures that R was asked for, in the shape in which it printed them. */
const figuresOf = (item: ItemStatistics, asked: ExpectedItem): ExpectedItem => ({
	...{ id: item.id, rev: item.rev, n: item.n },
	facility: item.facility.value,
	facilityInterval: item.facility.interval,
	discrimination: item.discrimination?.value ?? NaN,
	discriminationInterval: item.discrimination?.interval ?? { low: NaN, high: NaN },
	upperLower: item.upperLower ?? NaN,
	...(asked.options && {
		options: item.distractors?.options.map(({ id, share, groups }) => ({ id, share, ...groups })),
		omitted: item.distractors?.omitted,
		efficiency: item.distractors?.efficiency
	})
});

/** Every number in a value, with the way to it. */
const numbers = (value: unknown, at = ''): [string, number][] =>
	typeof value === 'number'
		? [[at, value]]
		: value !== null && typeof value === 'object'
			? Object.entries(value).flatMap(([key, one]) => numbers(one, `${at}/${key}`))
			: [];

function expectEqual(found: unknown, expected: unknown): void {
	const given = new Map(numbers(found));
	const off = numbers(expected).filter(
		([at, value]) => !(Math.abs((given.get(at) ?? NaN) - value) <= 1e-9)
	);
	expect(off.map(([at, value]) => `${at}: ${given.get(at)}, by R ${value}`)).toEqual([]);
}

describe.each(['complete', 'part-marks', 'parallel'])(
	'on the fixture "%s", R’s psych and we agree to 1e-9',
	(name) => {
		const expected = JSON.parse(read(`${name}.json`)) as Expected;
		const found = analyse(attemptsOf(name), () => (name === 'part-marks' ? undefined : options));

		test('on every item: facility, discrimination, D, options, intervals', () => {
			expect(found.items).toHaveLength(expected.items.length);
			for (const asked of expected.items) {
				const item = found.items.find(({ id, rev }) => id === asked.id && rev === asked.rev);
				expectEqual(item && figuresOf(item, asked), asked);
			}
		});

		test('on reliability and SEM', () => {
			expectEqual(found.reliability, expected.whole);
			if (expected.kr20 !== undefined) expectEqual(found.reliability?.alpha, expected.kr20);
			expect(found.reliability?.coefficient).toBe(name === 'part-marks' ? 'alpha' : 'KR-20');
		});
	}
);

test('points of the F distribution are those of R, to 1e-9 of their size', () => {
	const points = JSON.parse(read('f-points.json')) as Record<
		'share' | 'df1' | 'df2' | 'point',
		number
	>[];
	for (const { share, df1, df2, point } of points)
		expect(Math.abs(fPoint(share, df1, df2) / point - 1), `F(${df1}, ${df2})`).toBeLessThan(1e-9);
});

describe('what is missing by design', () => {
	const answer = (id: string, gained: number, rev = 'r1'): Answer => ({ id, rev, gained, full: 1 });
	const sat = (...answers: Answer[]): Attempt => ({ answers });

	test('keeps revisions of an item apart', () => {
		const { items } = analyse([sat(answer('a', 1)), sat(answer('a', 0, 'r2'))]);
		expect(items.map(({ rev, n, facility }) => [rev, n, facility.value])).toEqual([
			['r2', 1, 0],
			['r1', 1, 1]
		]);
	});

	test('leaves facility to those whose form held the item', () => {
		const { items } = analyse([sat(answer('a', 1), answer('b', 0)), sat(answer('b', 1))]);
		expect(items.map(({ id, n, facility }) => [id, n, facility.value])).toEqual([
			['a', 1, 1],
			['b', 2, 0.5]
		]);
	});

	test('hangs neither on the order of attempts nor on that of answers', () => {
		const attempts = attemptsOf('parallel');
		const inOrder = (list: Attempt[]) => {
			const { items, reliability } = analyse(list, () => options);
			const byId = [...items].sort((a, b) => a.id.localeCompare(b.id));
			return { items: byId.map((item) => ({ ...item, warnings: [] })), reliability };
		};
		const reversed = [...attempts]
			.reverse()
			.map(({ answers }) => ({ answers: [...answers].reverse() }));
		expectEqual(inOrder(reversed), inOrder(attempts));
	});

	test('leaves an attempt without answers out', () => {
		expect(analyse([sat(), sat(answer('a', 1))]).attempts).toBe(1);
		expect(analyse([])).toMatchObject({ attempts: 0, items: [], reliability: undefined });
	});
});

describe('figures that cannot be told', () => {
	const all = (marks: number[][]): Attempt[] =>
		marks.map((row) => ({
			answers: row.map((gained, i) => ({ id: `i${i}`, rev: 'r', gained, full: 1 }))
		}));
	const codes = (marks: number[][]) => {
		const { items, warnings } = analyse(all(marks));
		return [...new Set([...items, { warnings }].flatMap((one) => one.warnings))].map(
			({ code }) => code
		);
	};

	test('are left undefined and said so: nothing varies', () => {
		const { items, reliability } = analyse(
			all([
				[1, 1],
				[1, 1],
				[1, 1]
			])
		);
		expect(items[0]?.discrimination).toBeUndefined();
		expect(items[0]?.upperLower).toBe(0);
		expect(reliability).toBeUndefined();
		expect(
			codes([
				[1, 1],
				[1, 1]
			])
		).toEqual(expect.arrayContaining(['few-answers', 'no-discrimination', 'no-reliability']));
	});

	test('are not told from one attempt or one item', () => {
		expect(analyse(all([[1, 0]])).reliability).toBeUndefined();
		expect(analyse(all([[1], [0]])).reliability).toBeUndefined();
		expect(analyse(all([[1], [0]])).items[0]?.discrimination).toBeUndefined();
	});

	test('are warned of, with the interval, while answers are few', () => {
		const { items, warnings } = analyse(
			all([
				[1, 1],
				[1, 0],
				[0, 1],
				[0, 0],
				[1, 1]
			])
		);
		expect(items[0]?.warnings.map(({ message }) => message)).toEqual([
			expect.stringMatching(/^Only 5 answers: the facility may be anywhere from 0\.23 to 0\.88\.$/),
			expect.stringMatching(/^Only 5 answers: the discrimination may be anywhere from −0\.\d\d to/)
		]);
		expect(warnings.map(({ code }) => code)).toEqual(['few-attempts']);
	});

	test('need no warning with 200 attempts', () => {
		const marks = Array.from({ length: 200 }, (_, i) => [0, 1, 2, 3].map((k) => +(i % 5 > k)));
		expect(codes(marks)).toEqual([]);
	});
});

describe('warnings about the item itself', () => {
	/** 40 people; on item "x" the able choose `able`, the others the key. */
	const attempts = Array.from({ length: 40 }, (_, i): Attempt => {
		const able = i >= 20;
		const rest = [0, 1, 2].map((k) => ({ id: `r${k}`, rev: 'r', gained: +able, full: 1 }));
		const x = { id: 'x', rev: 'r', gained: +!able, full: 1, options: [able ? 'b' : 'a'] };
		return { answers: [...rest, x] };
	});

	test('doubt a key that the able do not choose, and the distractor that they do', () => {
		const x = analyse(attempts, (id) => (id === 'x' ? options : undefined)).items.find(
			({ id }) => id === 'x'
		);
		expect(x?.discrimination?.value).toBeLessThan(-0.9);
		expect(x?.warnings.map(({ code }) => code)).toEqual([
			'few-for-discrimination',
			'key-in-doubt',
			'able-choose-distractor'
		]);
		expect(x?.distractors?.efficiency).toBeCloseTo(1 / 3);
	});
});

describe('wrong input names the culprit', () => {
	const one = { id: 'a', rev: 'r1', gained: 1, full: 1 };
	test.each([
		[
			'more marks than there are',
			[{ ...one, gained: 2 }],
			'attempt 0: a (rev r1) has 2 of 1 marks'
		],
		['an item worth nothing', [{ ...one, gained: 0, full: 0 }], 'has 0 of 0 marks'],
		['marks that are no number', [{ ...one, gained: NaN }], 'has NaN of 1 marks'],
		['an item twice', [one, one], 'attempt 0 has a (rev r1) twice']
	])('%s', (_, answers, message) => {
		expect(() => analyse([{ answers }])).toThrow(message);
	});
});

test('laws: shares lie in 0 to 1, correlations in -1 to 1, every interval holds its value, groups hold 27 %', () => {
	const mark = fc.record({ gained: fc.integer({ min: 0, max: 3 }), full: fc.constant(3) });
	const form = fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 6 });
	const attempt = form.chain((ids) =>
		fc.tuple(...ids.map(() => mark)).map((marks) => ({
			answers: marks.map((one, i) => ({ id: `i${ids[i]}`, rev: 'r', ...one }))
		}))
	);
	fc.assert(
		fc.property(fc.array(attempt, { minLength: 1, maxLength: 30 }), (attempts) => {
			const { items, reliability } = analyse(attempts);
			const inside = (value: number, low: number, high: number) => {
				expect(value).toBeGreaterThanOrEqual(low - 1e-9);
				expect(value).toBeLessThanOrEqual(high + 1e-9);
			};
			for (const { facility, discrimination, upperLower } of items) {
				inside(facility.value, Math.max(0, facility.interval.low), facility.interval.high);
				inside(facility.interval.high, 0, 1);
				inside(upperLower ?? 0, -1, 1);
				if (discrimination) inside(discrimination.value, -1, 1);
				const interval = discrimination?.interval;
				if (interval) inside(discrimination.value, interval.low, interval.high);
			}
			if (reliability) {
				inside(reliability.alpha, -Infinity, 1);
				expect(reliability.sem).toBeGreaterThanOrEqual(0);
			}
		}),
		{ numRuns: 200 }
	);
	const scores = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 40 });
	fc.assert(
		fc.property(scores, (list) => {
			const groups = groupsOf(list.sort((a, b) => a - b));
			const size = Math.max(1, Math.round(0.27 * list.length));
			const sum = (weights: number[]) => weights.reduce((total, weight) => total + weight, 0);
			expect(sum(groups.lower)).toBeCloseTo(size);
			expect(sum(groups.upper)).toBeCloseTo(size);
			for (const weight of groups.middle) expect(weight).toBeGreaterThan(-1e-9);
		})
	);
});
