import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { record, type Judged } from '#lib/client/practice/record.ts';
import { choose, kept, markRead, setApart } from '#lib/client/practice/store.ts';
import { undo, undoReview } from '#lib/client/practice/undo.ts';
import { forgetAll, takeFile } from '#lib/client/practice/whole.ts';

const day = 86_400_000;
const start = new Date(2026, 0, 5, 9).getTime();
const judged = (id: string, mark = 1): Judged => ({ id, rev: 'r', topic: 't', mark, of: 1 });

beforeEach(forgetAll);

/** Without what only the steps say. */
async function state() {
	const { terms, reviews, read } = await kept(start);
	return { terms, reviews, read };
}

describe('what is kept', () => {
	test('begins with an answer in a text, not with one in a quiz', async () => {
		expect(await record([judged('a')], 'quiz', start)).toEqual([]);
		expect((await kept(start)).reviews).toEqual([]);
		await record([judged('a')], 'recall', start);
		await record([judged('b')], 'quiz', start);
		expect((await kept(start)).reviews.map(({ id }) => id)).toEqual(['a', 'b']);
	});

	test('counts of an item the first answer of a day', async () => {
		await record([judged('a', 0)], 'recall', start);
		expect(await record([judged('a', 1)], 'recall', start + 60_000)).toEqual([]);
		expect(await record([judged('a', 1)], 'quiz', start + day)).toHaveLength(1);
	});

	test('is as before after an undo, whatever was answered', async () => {
		const turns = fc.array(
			fc.record({ id: fc.constantFrom('a', 'b', 'c'), mark: fc.constantFrom(0, 1) }),
			{ minLength: 1, maxLength: 8 }
		);
		await fc.assert(
			fc.asyncProperty(turns, async (list) => {
				await forgetAll();
				const states = [await state()];
				const steps: number[] = [];
				for (const [turn, { id, mark }] of list.entries()) {
					const changed = await record([judged(id, mark)], 'recall', start + turn * day);
					if (changed.length > 0) states.push(await state());
					steps.push(...changed.map(({ step }) => step));
				}
				for (let before = states.pop(); before; before = states.pop()) {
					expect(await state()).toEqual(before);
					await undo(steps.splice(-1));
				}
				expect(steps).toEqual([]);
			}),
			{ numRuns: 25 }
		);
	});

	test('undoes all that one press kept, and leaves the rest', async () => {
		await record([judged('a')], 'recall', start);
		const steps = await record([judged('b'), judged('c')], 'quiz', start);
		expect(await undo(steps.map(({ step }) => step))).toHaveLength(2);
		expect((await kept(start)).reviews.map(({ id }) => id)).toEqual(['a']);
	});

	test('is switched off again only by the undo of the last answer', async () => {
		const steps: number[] = [];
		for (const id of ['a', 'b', 'c'])
			steps.push(...(await record([judged(id)], 'recall', start)).map(({ step }) => step));
		const on: boolean[] = [];
		for (const step of steps) {
			await undo([step]);
			on.push((await kept(start)).terms.on);
		}
		expect(on).toEqual([true, true, false]);
	});

	test('follows what the reader said of quizzes, whatever is answered or undone later', async () => {
		const [first] = await record([judged('a')], 'recall', start);
		await choose({ on: true });
		await undo([first?.step ?? 0]);
		expect((await kept(start)).terms.on).toBe(true);
		await choose({ on: false });
		await record([judged('a')], 'recall', start);
		await record([judged('b')], 'review', start);
		expect(await kept(start)).toMatchObject({ terms: { on: false }, reviews: [{}, {}] });
		expect(await record([judged('c')], 'quiz', start)).toEqual([]);
	});

	test('loses no later answer by the undo of an earlier one', async () => {
		const [first] = await record([judged('a')], 'recall', start);
		await record([judged('a')], 'review', start + 3 * day);
		const before = await state();
		expect(await undo([first?.step ?? 0])).toEqual([]);
		expect(await state()).toEqual(before);
	});

	test('undoes on the page of reviews only what was answered there', async () => {
		await record([judged('a')], 'review', start);
		await record([judged('b')], 'recall', start + 1);
		expect((await kept(start)).undoable).toBe(start);
		expect(await undoReview()).toBe('a');
		expect((await kept(start)).reviews.map(({ id }) => id)).toEqual(['b']);
		expect((await kept(start)).undoable).toBe(0);
		expect(await undoReview()).toBeUndefined();
	});

	test('still knows after an import how many were reviewed today', async () => {
		await record([judged('a'), judged('b')], 'review', start);
		const file = { ...(await kept(start)), reviews: [] };
		await takeFile({ ...file, terms: { on: false, daily: 7, pausedUntil: 0 } });
		expect(await kept(start)).toMatchObject({ done: 2, terms: { daily: 20, on: true } });
		const later = await kept(start);
		const [a] = later.reviews;
		if (a) await takeFile({ ...file, reviews: [{ ...a, last: a.last + day, reps: 2 }] });
		expect(await undoReview()).toBe('b'); // a is the other device's by now
		expect(await undoReview()).toBeUndefined();
	});

	test('loses nothing when two tabs write at once', async () => {
		const many = Array.from({ length: 20 }, (_, place) => judged(`item-${place}`));
		await Promise.all(many.map((one) => record([one], 'recall', start)));
		await Promise.all([choose({ daily: 5 }), markRead('x', start), choose({ pausedUntil: 7 })]);
		const all = await kept(start);
		expect(all.reviews).toHaveLength(20);
		expect(all.terms).toEqual({ on: true, daily: 5, pausedUntil: 7 });
	});

	test('sets an item apart that is gone, and brings it back when it is met again', async () => {
		await record([judged('a')], 'recall', start);
		await setApart('a');
		expect((await kept(start)).reviews[0]?.gone).toBe(true);
		await record([judged('a')], 'recall', start + 2 * day);
		expect((await kept(start)).reviews[0]).toMatchObject({ gone: false, reps: 2 });
	});

	test('tells how many were reviewed today', async () => {
		await record([judged('a')], 'review', start - day);
		await record([judged('b'), judged('c')], 'review', start);
		await record([judged('d')], 'quiz', start);
		expect((await kept(start)).done).toBe(2);
	});
});
