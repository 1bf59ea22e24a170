import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import Feedback from '#lib/components/feedback/Feedback.svelte';
import Item from '#lib/components/take/Item.svelte';
import type { CandidateItem } from '#lib/forms/candidate.ts';
import type { Feedback as Shown } from '#lib/papers/feedback.ts';

const text = (id: string) => ({ id, text: `Text of ${id}` });
const html = (item: Partial<CandidateItem> & Pick<CandidateItem, 'kind'>): string =>
	render(Item, {
		props: {
			item: { number: 4, stem: 'Stem', marks: 1, options: [], rows: [], ...item },
			typed: {}
		}
	}).body.replace(/<!--.*?-->/g, '');

describe('a sentence with gaps', () => {
	const gap = (id: string) => ({ id, options: [text(`${id}1`), text(`${id}2`)] });
	const cloze = (parts: string[], gaps: string[]) =>
		html({ kind: 'cloze', cloze: { parts, gaps: gaps.map(gap) } });

	test('names each gap and says the sentence around it', () => {
		const body = cloze(['Of ', ' and ', '.'], ['x', 'y']);
		expect(body).toMatch(/name="q4-x" aria-label="Gap 1 of 2" aria-describedby="q4-sentence"/);
		expect(body).toMatch(/name="q4-y" aria-label="Gap 2 of 2" aria-describedby="q4-sentence"/);
		expect(body).toMatch(/hidden="?"? id="q4-sentence"[^>]*>Of gap 1 of 2 and gap 2 of 2\.</);
	});

	test('has no space that is not in the sentence', () => {
		const body = cloze(['(', ').'], ['x']);
		expect(body).toMatch(/>\s*\(<select/);
		expect(body).toMatch(/<\/span>\)\./);
	});

	test('prints what each gap is filled from', () => {
		expect(cloze(['Of ', '.'], ['x'])).toContain('>Text of x1 / Text of x2<');
	});
});

test('on a timeline every gap can be chosen, and events stand between them, seen but not said twice', () => {
	const body = html({
		kind: 'timeline',
		options: [text('before'), text('between'), text('after')],
		rows: [text('one'), text('two')]
	});
	const order = [...body.matchAll(/Text of (\w+)/g)].map(([, id]) => id);
	expect(order).toEqual(['before', 'one', 'between', 'two', 'after']);
	expect(body.match(/type="radio"/g)).toHaveLength(3);
	expect(body.match(/<li[^>]*aria-hidden="true"/g)).toHaveLength(2);
});

test('a short answer has a name of its own and its hint', () => {
	const body = html({ kind: 'short' });
	expect(body).toMatch(/name="q4" aria-label="Answer to question 4" aria-describedby="q4-hint"/);
	expect(body).toMatch(/id="q4-hint"/);
});

describe('feedback', () => {
	const line = { word: '', key: false, chosen: false, why: 'So it is.', cites: [], sources: [] };
	const shown = (more: Partial<Shown>): string =>
		render(Feedback, {
			props: {
				feedback: {
					...{ number: 4, stem: '', gained: 0, full: 1, verdict: 'wrong', sentence: [] },
					item: { id: 'i', rev: 'r', topic: 't' },
					...{ lines: [], cards: [], ...more }
				} as Shown
			}
		}).body.replace(/<!--.*?-->/g, '');

	test('tells the options of one gap from those of another', () => {
		const body = shown({
			lines: [
				{ ...line, text: 'One', gap: 1 },
				{ ...line, text: 'Two', gap: 2 }
			]
		});
		expect(body).toMatch(/id="q4-gap1">Gap 1<[^]*aria-labelledby="q4-gap1"[^]*One[^]*Gap 2[^]*Two/);
	});

	test('shows the sentence with its gaps filled', () => {
		const body = shown({
			sentence: [
				{ text: 'Of ', key: false },
				{ text: 'Alpha', key: true },
				{ text: '.', key: false }
			]
		});
		expect(body).toMatch(/Of <b>Alpha<\/b>\./);
	});

	test('has no gap where there is none', () => {
		expect(shown({ lines: [{ ...line, text: 'One' }] })).not.toContain('Gap');
	});

	test('names the sources of a rationale that rests on no fact', () => {
		const sources = [
			{ id: 'a-report', short: 'A Report', locator: '¶ 7' },
			{ id: 'a-report', short: 'A Report', locator: '' }
		];
		const body = shown({ lines: [{ ...line, text: 'One', sources }] });
		expect(body).toMatch(/<a href="\/sources\/a-report">A Report<\/a>, ¶ 7/);
		expect(body).not.toContain('class="cite"');
	});
});
