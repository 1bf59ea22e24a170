import { compile } from 'mdsvex';
import { describe, expect, test } from 'vitest';
import { measure } from '../../src/lib/explainers/check.ts';
import { proseOf, readExplainers } from '../../src/lib/explainers/explainer.ts';
import { namesOf } from '../../src/lib/explainers/names.ts';
import { gradeOf } from '../../src/lib/explainers/readability.ts';
import { sentencesOf, wordsOf } from '../../src/lib/explainers/sentences.ts';
import { factLinks, headingLinks, recallPrompts } from '../../tools/markdown.ts';
import { changed, mills, millsFolder, readFiles, sound } from './packs.ts';

const { index } = sound('the small pack', mills());
const naming = namesOf(index.pack);

describe('sentences and words', () => {
	test.each([
		['One. Two! Three?', ['One.', 'Two!', 'Three?']],
		['The U.S. is far. It is.', ['The U.S. is far.', 'It is.']],
		['It rose to 4.5 per cent. Then it fell.', ['It rose to 4.5 per cent.', 'Then it fell.']],
		['She said: “No.” He went.', ['She said: “No.”', 'He went.']],
		['  Two\n lines.  ', ['Two lines.']],
		['No stop', ['No stop']],
		['', []]
	])('%j → %j', (text, sentences) => {
		expect(sentencesOf(text)).toEqual(sentences);
	});

	test('words keep hyphens, apostrophes and the commas of numbers', () => {
		expect(wordsOf('The ferrymen’s well-known 1,960 boats, it seems.')).toEqual(
			'The ferrymen’s well-known 1,960 boats it seems'.split(' ')
		);
	});

	test('prose is what a reader reads: without links, emphasis and code marks', () => {
		expect(proseOf('On [3 May](fact:gate-broke-on) *the* [gate](https://x.example) `broke`.')).toBe(
			'On 3 May the gate broke.'
		);
	});
});

describe('the reading grade (Flesch-Kincaid)', () => {
	const noName = () => false;
	test.each([
		// 12 words in 2 sentences, 12 syllables: 0.39 × 6 + 11.8 × 1 − 15.59
		['The cat sat on the mat. The dog ran to the gate.', -1.45],
		// 10 words in 2 sentences, 17 syllables: 0.39 × 5 + 11.8 × 1.7 − 15.59
		['The river carries water to the village. Nobody measures it.', 6.42]
	])('of a text counted by hand: %s', (text, grade) => {
		expect(gradeOf([text], noName)).toBeCloseTo(grade, 2);
	});

	test('counts names and numbers as words of one syllable', () => {
		// 7 words in 1 sentence; Holloway and 1931 count as one each, so 9 syllables with "visited"
		const text = 'In 1931 Holloway visited the old gate.';
		const isName = (word: string) => word === 'Holloway';
		expect(gradeOf([text], isName)).toBeCloseTo(0.39 * 7 + 11.8 * (9 / 7) - 15.59, 2);
	});

	test('of an explainer leaves out headings, prompts and front matter', () => {
		const text = '---\ntitle: A\n---\n\nOne two three.\n\n## Four five\n\n[recall](item:x)\n';
		const [explainer] = readExplainers([{ path: 'explainers/a.md', text }]);
		expect(explainer && measure(explainer, naming).words).toBe(3);
	});
});

describe('a sentence must be bound', () => {
	test.each([
		['In May it rained.', ['May']],
		['It rained for two days.', ['two']],
		['It rained in 1931.', ['1931']],
		['They asked Edda Marsh.', ['Edda', 'Marsh']],
		['Marsh’s answer came late.', ['Marsh’s']],
		['They asked Somebody Else.', ['Somebody', 'Else']]
	])('when it has a date, a number or a name: %s', (sentence, claims) => {
		expect(naming.claimsIn(sentence)).toEqual(claims);
	});

	test.each(['It rained all night.', 'Nobody knew why, and I did not ask.', 'Rain is heavy.'])(
		'but not otherwise: %s',
		(sentence) => {
			expect(naming.claimsIn(sentence)).toEqual([]);
		}
	);
});

describe('reading levels of one explainer', () => {
	const standard = mills().find(({ path }) => path === 'explainers/orrin.md')?.text ?? '';
	/** The problems of a second level that says the same in the same words, after one change. */
	const differences = (from: string, to: string) => {
		const files = changed(
			[...mills(), { path: 'explainers/orrin.brief.md', text: standard }],
			[['explainers/orrin.brief.md', from, to]]
		);
		return readFiles(files)
			.problems.filter(({ code }) => code === 'level-differs')
			.map(({ file, message }) => `${file}: ${message}`);
	};
	const file = 'explainers/orrin.brief.md';

	test.each([
		['the same facts, headings and prompts', 'A single river', 'One river', []],
		[
			'a fact that is missing',
			'[joint gatehouse](fact:gatehouse-opened-on)',
			'joint gatehouse',
			['it does not bind gatehouse-opened-on, as explainers/orrin.md does.']
		],
		[
			'a fact too many',
			'ferries were halted](fact:ferries-stopped-on)',
			'ferries were halted](fact:ferries-returned-on)',
			[
				'it does not bind ferries-stopped-on, as explainers/orrin.md does.',
				'it binds ferries-returned-on, which explainers/orrin.md does not.'
			]
		],
		[
			'another heading',
			'## The flood',
			'## A flood',
			['its headings are not those of explainers/orrin.md.']
		],
		[
			'another prompt',
			'item:houses-may-5.number.object',
			'item:houses-may-4.number.object',
			['its prompts to recall are not those of explainers/orrin.md.']
		],
		[
			'other front matter',
			'title: The Orrin',
			'title: Orrin',
			['its front matter is not that of explainers/orrin.md.']
		]
	])('are compared: %s', (_, from, to, messages) => {
		expect(differences(from, to)).toEqual(messages.map((message) => `${file}: ${message}`));
	});
});

describe('Markdown', () => {
	const folder = millsFolder;
	const html = async (text: string) => {
		const result = await compile(text, {
			extensions: ['.md'],
			highlight: false as never,
			smartypants: false,
			remarkPlugins: [[recallPrompts, { folder }], [factLinks, { folder }], headingLinks] as never
		});
		// Svelte would drop a space at the end of an element: it is written as an expression.
		return (result?.code ?? '').replaceAll("{' '}", ' ');
	};

	test('turns a bound claim into the claim and its number, which keep the punctuation', async () => {
		expect(await html('It was [two days](fact:compact-days). Then.')).toContain(
			'It was <span class="bound"><span class="claim established">two </span><span class="keep">' +
				'<span class="claim established">days</span>' +
				'<button type="button" class="cite" popovertarget="e1" aria-label="Evidence 1: two days">1</button>' +
				'.</span></span> Then.'
		);
	});

	test('shows the standing of the fact, also of a claim of one word', async () => {
		expect(await html('They [denied](fact:bell-unheard) that.')).toContain(
			'<span class="bound"><span class="keep"><span class="claim contested">denied</span><button'
		);
	});

	test('numbers facts in the order of the text, a fact that comes again by its number', async () => {
		const code = await html(
			'[One](fact:pin-worn), [two](fact:pin-found), [three](fact:pin-worn).\n\n[Four](fact:compact-days).'
		);
		expect([...code.matchAll(/popovertarget="e(\d)"/g)].map(([, number]) => number)).toEqual([
			'1',
			'2',
			'1',
			'3'
		]);
		expect(code).toContain('"facts":["pin-worn","pin-found","compact-days"]');
	});

	test('escapes what HTML or Svelte would take for code', async () => {
		const code = await html('[a "b" < c](fact:pin-worn)');
		expect(code).toContain('a &quot;b&quot; &lt; </span>');
		expect(code).toContain('aria-label="Evidence 1: a &quot;b&quot; &lt; c"');
	});

	test('refuses a fact that does not exist, with line and id', async () => {
		await expect(html('Yes.\n\nNo [claim](fact:atlantis).')).rejects.toThrow(
			'line 3: unknown-fact: there is no fact "atlantis"'
		);
	});

	test('lists what can be chosen before the folded answer, dates in their order', async () => {
		const code = await html('[recall](item:first-signed-on.single.object)');
		const [, list = ''] = /<ul>(.*?)<\/ul><button[^>]*>[^<]*<\/button><details>/.exec(code) ?? [];
		const options = [...list.matchAll(/<li>(.*?)<\/li>/g)].map(([, text]) => text);
		expect(options.length).toBeGreaterThan(2);
		const days = options.map((text) => Date.parse(text ?? ''));
		expect(days).toEqual([...days].sort((a, b) => a - b));
	});

	test('asks a question one part later than its answer stands, and the last one at the end', async () => {
		const prompt = '[recall](item:first-signed-on.single.object)';
		const code = await html(
			`A.\n\n## B\n\n${prompt}\n\nC.\n\n## D\n\n${prompt}\n\nE.\n\n## F\n\nG.`
		);
		const order = [...code.matchAll(/<h2[^>]*><a[^>]*>(\w)|<p>(\w)\.|(recall-\d)"><a/g)];
		expect(order.map(([, head, text, prompt]) => head ?? text ?? prompt).join(' ')).toBe(
			'A B C D E recall-1 F G recall-2'
		);
		expect(await html(`A.\n\n## B\n\n${prompt}\n\nC.`)).toMatch(/C\.[\s\S]*recall-1/);
	});

	test('refuses a prompt for an item that does not exist, with line and id', async () => {
		await expect(html('[recall](item:atlantis)')).rejects.toThrow(
			'line 1: unknown-item: the bank has no item "atlantis"'
		);
	});

	test('gives headings an id and a link to themselves, and leaves other links alone', async () => {
		const code = await html('## Who’s who, *then*\n\n[home](/home)');
		expect(code).toContain('id="whos-who-then"');
		expect(code).toContain('href="#whos-who-then"');
		expect(code).toContain('<a href="/home">home</a>');
	});
});
