import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/lib/search/entry.ts';
import { longestQuery, searchOf } from '../../src/lib/search/search.ts';
import { contextOf, stretchesOf } from '../../src/lib/search/words.ts';

const entry = (href: string, more: Partial<Entry>): Entry => ({
	kind: 'fact',
	href,
	title: '',
	names: '',
	text: '',
	aside: '',
	...more
});

const entries = [
	entry('/f1', {
		title: 'The weir at Çaydere broke in May.',
		standing: 'contested',
		aside: 'Two towns'
	}),
	entry('/f2', { title: 'The mill of Tarnwick stood still.', standing: 'established' }),
	entry('/e1', {
		kind: 'entity',
		title: 'Çaydere / Tschaidere',
		names: 'Old Mill Town',
		aside: 'Place'
	}),
	entry('/x1', {
		kind: 'explainer',
		title: 'The flood',
		text: `${'Water rose. '.repeat(40)}Then the weir broke.`
	}),
	entry('/s1', { kind: 'source', title: 'Mill and weir', text: 'River Gazette' })
];
const search = searchOf(entries);
const found = (query: string) =>
	search.ask(query).groups.flatMap(({ hits }) => hits.map(({ href }) => href));

describe('a word is found', () => {
	test('without its accents, and in any case', () => {
		expect(found('CAYDERE').sort()).toEqual(['/e1', '/f1']);
		expect(found('çaydere').sort()).toEqual(['/e1', '/f1']);
	});

	test('in the spelling of another language or script', () => {
		for (const query of ['Tarnvik', 'Тарнвик', 'Թարնվիկ', 'Tarnvık'])
			expect(found(query), query).toEqual(['/f2']);
		expect(search.ask('Тарнвик').said).toBe('');
		const hit = search.ask('Тарнвик').groups[0]?.hits[0];
		expect(hit?.title.filter((stretch) => stretch.hit)).toEqual([{ text: 'Tarnwick', hit: true }]);
	});

	test('a number with or without the comma between its thousands', () => {
		const numbers = searchOf([
			entry('/n1', { title: 'There were 1,960 soldiers.' }),
			entry('/n2', { title: 'A toll of 2317 was paid.' })
		]);
		const foundNumbers = (query: string) =>
			numbers.ask(query).groups.flatMap(({ hits }) => hits.map(({ href }) => href));
		expect(foundNumbers('1960')).toEqual(['/n1']);
		expect(foundNumbers('1,960')).toEqual(['/n1']);
		expect(foundNumbers('2,317')).toEqual(['/n2']);
		expect(numbers.ask('1960').groups[0]?.hits[0]?.title).toContainEqual({
			text: '1,960',
			hit: true
		});
	});

	test('by its beginning', () => {
		expect(found('tarn')).toEqual(['/f2']);
	});

	test('with a letter wrong, and the reader is told', () => {
		expect(found('Tarmwick')).toEqual(['/f2']);
		expect(search.ask('Tarmwick').said).toMatch(/come close/);
		expect(search.ask('Tarnwick').said).toBe('');
	});

	test('in another name, which is then shown', () => {
		const [group] = search.ask('old town').groups;
		expect(group?.hits[0]?.context.map(({ text }) => text).join('')).toBe('Old Mill Town');
	});
});

test('results stand by kind, explainers first, facts with their standing', () => {
	const { groups } = search.ask('weir');
	expect(groups.map(({ kind, total }) => [kind, total])).toEqual([
		['explainer', 1],
		['fact', 1],
		['source', 1]
	]);
	expect(groups[1]?.hits[0]).toMatchObject({ standing: 'contested', aside: 'Two towns' });
});

test('one kind can be asked for', () => {
	expect(search.ask('weir', 'source').groups.map(({ kind }) => kind)).toEqual(['source']);
});

test('words that never stand together are found apart, and the reader is told', () => {
	expect(search.ask('Tarnwick Gazette').said).toMatch(/some of them/);
	expect(found('Tarnwick Gazette').sort()).toEqual(['/f2', '/s1']);
});

test.each([
	['nothing', '', /Type one or more words/],
	['signs only', '?! …', /Type one or more words/],
	['words that stand everywhere', 'who was the', /almost every page/],
	['what is nowhere', 'xylophone', /Nothing was found for “xylophone”/],
	['too much', 'weir '.repeat(longestQuery), /at most 200 characters/]
])('a query of %s gets a sentence', (_, query, sentence) => {
	const { said, groups } = search.ask(query);
	expect(said).toMatch(sentence);
	expect(groups).toEqual([]);
});

test('the context shows the words that were found, cut between words', () => {
	const [hit] = search.ask('weir', 'explainer').groups[0]?.hits ?? [];
	const text = hit?.context.map(({ text }) => text).join('') ?? '';
	expect(text).toMatch(/^… .*Then the weir broke\.$/);
	expect(text.length).toBeLessThan(220);
	expect(hit?.context.filter((stretch) => stretch.hit)).toEqual([{ text: 'weir', hit: true }]);
});

test('a short text is its own context, and no letter is lost in marking it', () => {
	const text = 'A weir, a Weir’s gate.';
	const words = new Set(['weir']);
	expect(contextOf(text, words)).toBe(text);
	const stretches = stretchesOf(text, words);
	expect(stretches.map((stretch) => stretch.text).join('')).toBe(text);
	expect(stretches.filter(({ hit }) => hit).map((stretch) => stretch.text)).toEqual([
		'weir',
		'Weir'
	]);
});
