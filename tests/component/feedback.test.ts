import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import Feedback from '#lib/components/feedback/Feedback.svelte';
import type { Card } from '#lib/papers/evidence.ts';

const card = (id: string): Card => ({
	id,
	statement: `Statement of ${id}.`,
	standing: 'established',
	told: 'one source',
	short: `Short form of ${id}.`,
	voices: [
		{
			origin: 'Origin',
			witnesses: [
				{
					source: 'some-source',
					short: 'Some Source',
					published: '14 September 2022',
					locator: '¶ 7',
					quote: 'a few words',
					lang: 'en',
					stance: '',
					cautions: [],
					note: ''
				}
			]
		}
	],
	positions: [],
	note: '',
	report: 'mailto:editors@example.org'
});

const line = { text: 'Alpha', word: '', key: false, chosen: false, sources: [] };
const body = render(Feedback, {
	props: {
		feedback: {
			number: 3,
			item: { id: 'i', rev: 'r', topic: 't' },
			stem: 'Which?',
			gained: 1,
			full: 1,
			verdict: 'right',
			sentence: [],
			lines: [
				{
					...line,
					key: true,
					chosen: true,
					word: 'Your answer, and right',
					why: 'It is so.',
					cites: [1]
				},
				{ ...line, text: 'Beta', why: 'It is not, for two reasons.', cites: [1, 2] }
			],
			cards: [card('fact-a'), card('fact-b')],
			report: 'mailto:editors@example.org'
		}
	}
}).body.replace(/<!--.*?-->/g, '');

test('every raised number opens evidence of its own item', () => {
	const opened = [...body.matchAll(/class="cite" popovertarget="([^"]+)"/g)].map(([, id]) => id);
	expect(opened).toEqual(['q3-e1', 'q3-e1', 'q3-e2']);
	for (const id of opened) expect(body).toContain(`popover="" id="${id}"`);
});

test('a number stands between the last word and its stop', () => {
	expect(body).toMatch(/It is <span class="keep">so<button[^>]*>1<\/button><\/span>\./);
});

test('right and chosen are said in words, not only marked', () => {
	expect(body).toContain('Your answer, and right');
	expect(body).toMatch(/<\/svg> Right</);
});
