import { describe, expect, test } from 'vitest';
import {
	corroboration,
	locatorText,
	originOf,
	textOf,
	voicesOf
} from '../../src/lib/facts/corroboration.ts';
import { need } from '../../src/lib/facts/pack.ts';
import { changed, mills, sound } from './packs.ts';

const { index } = sound('the small pack', mills());
const fact = (id: string) => need(index.fact, id, 'fact');
const source = (id: string) => need(index.source, id, 'source');

describe('corroboration', () => {
	test('a report, its translation and the copy of the translation have one origin', () => {
		for (const id of ['wire-1931-05-04', 'feuille-1931-05-05', 'mirror-1931-05-06'])
			expect(originOf(source(id), index)).toBe('Orrin Wire');
	});

	test('they are one text, and another report of the same agency is not', () => {
		const files = changed(mills(), [
			[
				'sources/papers.yaml',
				'- id: mirror-1931-05-06\n',
				`- id: wire-1931-06-01
  title: A year on
  publisher: Orrin Wire
  short: Wire (June)
  called: the Wire report of 1 June 1931
  kind: news-agency
  published: 1931-06-01
  language: en
  perspective: agency
  read: excerpt
- id: mirror-1931-05-06\n`
			]
		]);
		const { index } = sound('a second report', files);
		const texts = ['feuille-1931-05-05', 'mirror-1931-05-06', 'wire-1931-06-01'].map((id) =>
			textOf(need(index.source, id, 'source'), index)
		);
		expect(texts).toEqual(['wire-1931-05-04', 'wire-1931-05-04', 'wire-1931-06-01']);
		expect(originOf(need(index.source, 'wire-1931-06-01', 'source'), index)).toBe('Orrin Wire');
	});

	test('counts two origins as two voices, six reports or not', () => {
		const broke = fact('gate-broke-on');
		expect(broke.evidence).toHaveLength(6);
		expect(voicesOf(broke, index).map(({ origin }) => origin)).toEqual([
			'Lower Gazette',
			'Orrin Wire'
		]);
		expect(corroboration(broke, index)).toBe(2);
	});

	test('counts a translation alone as one voice', () => {
		expect(corroboration(fact('pin-worn'), index)).toBe(1);
	});

	test('does not count a voice that only rounds', () => {
		const last = fact('houses-may-9');
		expect(voicesOf(last, index)).toHaveLength(3); // one gives the figure, two round it
		expect(corroboration(last, index)).toBe(1);
	});

	test('ends where two sources name each other as their origin', () => {
		const { index } = sound(
			'a circle',
			changed(mills(), [
				[
					'sources/papers.yaml',
					'  perspective: agency of the whole valley; gives each town a sentence\n',
					'  perspective: agency\n  derived-from: [{ publisher: Valley Mirror, how: copy, source: mirror-1931-05-06 }]\n'
				]
			])
		);
		expect(originOf(need(index.source, 'mirror-1931-05-06', 'source'), index)).toBeTypeOf('string');
	});
});

test.each([
	[{ paragraph: 7 }, '¶ 7'],
	[{ point: 3 }, 'point 3'],
	[{ article: 4 }, 'article 4'],
	[{ page: 12 }, 'p. 12'],
	[{ passage: 'title' }, 'title'],
	[{}, '']
])('a place in a source reads as %j → %s', (place, text) => {
	expect(locatorText(place)).toBe(text);
});
