import { describe, expect, test } from 'vitest';
import type { Item } from '../../src/lib/items/item.ts';
import { visibleText } from '../../src/lib/items/visible.ts';
import { changed, mills, sound } from './packs.ts';

describe('the revision of an item', () => {
	const before = sound('before', mills());
	const works = 'facts/works.yaml';
	/** Whether a candidate sees the change. */
	test.each([
		['a stem', true, 'relations.yaml', 'Where does {subject} stand?', 'Where is {subject}?'],
		['a name', true, 'entities/places.yaml', 'name: Rook Mill', 'name: Raven Mill'],
		['a date', true, works, '{ date: 1929-06-02 }', '{ date: 1929-06-03 }'],
		['a digest', true, 'sources/papers.yaml', 'counts [31](', 'counts first [31]('],
		['a statement', false, works, 'The Rook Mill had 14 wheels.', 'There were 14 wheels.'],
		['a quotation', false, works, 'Rook Mill, 14 wheels', 'Rook Mill: 14 wheels'],
		['a source’s perspective', false, 'sources/papers.yaml', 'copies what is at hand', 'copies']
	])('changes with the text that a candidate sees and only then: %s', (_, seen, file, from, to) => {
		const after = sound('after', changed(mills(), [[file, from, to]])).bank;
		const old = new Map(before.bank.items.map((item) => [item.id, item]));
		const kept = after.items.filter(({ id }) => old.has(id));
		expect(kept.length).toBeGreaterThan(100);
		const text = (item: Item | undefined) => item && visibleText(item).join('\n');
		for (const item of kept)
			expect(item.rev === old.get(item.id)?.rev, item.id).toBe(
				text(item) === text(old.get(item.id))
			);
		expect(after.version === before.bank.version).toBe(!seen);
		expect(JSON.stringify(after) === JSON.stringify(before.bank)).toBe(
			from.startsWith('copies') // a perspective is no part of any item
		);
	});
});
