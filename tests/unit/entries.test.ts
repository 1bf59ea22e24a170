import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedNames, joined, type Entry } from '#lib/client/entries.ts';

const entries = fc.array(
	fc.tuple(fc.constantFrom('q1', 'q2', 'q3-1'), fc.constantFrom('a', 'b')) as fc.Arbitrary<Entry>,
	{ maxLength: 5 }
);

test('two pages that answer different fields lose none', () => {
	const first: Entry[] = [['q1', 'a']];
	const second: Entry[] = [
		['q2', 'b'],
		['q2', 'c']
	];
	expect(joined(first, [], second)).toEqual([...first, ...second]);
	expect(joined(second, [], first)).toEqual([...second, ...first]);
});

test('of one field the last writer counts, also one that takes its answer back', () => {
	const there: Entry[] = [
		['q1', 'theirs'],
		['q2', 'kept']
	];
	expect(joined(there, [['q1', 'old']], [['q1', 'mine']])).toEqual([
		['q2', 'kept'],
		['q1', 'mine']
	]);
	expect(joined(there, [['q1', 'old']], [])).toEqual([['q2', 'kept']]);
});

test('what was not changed here never takes the place of what others kept', () => {
	fc.assert(
		fc.property(entries, entries, entries, (there, before, now) => {
			const result = joined(there, before, now);
			const mine = changedNames(before, now);
			const inOrder = (all: Entry[], chosen: boolean) =>
				all.filter(([name]) => mine.includes(name) === chosen);
			expect(inOrder(result, false)).toEqual(inOrder(there, false));
			expect(inOrder(result, true)).toEqual(inOrder(now, true));
		})
	);
});
