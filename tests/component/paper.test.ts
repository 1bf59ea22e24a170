import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import Item from '#lib/components/take/Item.svelte';
import { candidateForm } from '#lib/forms/candidate.ts';
import type { Form } from '#lib/forms/form.ts';
import type { Item as BankItem, Option, Rationale } from '#lib/items/item.ts';

const rationale = (text: string): Rationale => ({
	text: `SECRET rationale of ${text}`,
	facts: ['secret-fact'],
	sources: [{ source: 'secret-source', locator: '¶ 7', quote: 'SECRET quotation' }]
});
const base = {
	rev: 'secret-rev',
	level: 'recall' as const,
	topic: 'secret-topic',
	slot: 'secret-fact.object',
	facts: ['secret-fact'],
	asks: ['secret-fact.object'],
	shows: ['secret-fact'],
	printed: [],
	sources: []
};
const option = (id: string, text: string, key: boolean): Option => ({
	id,
	text,
	key,
	rationale: rationale(text)
});

/** One item of every kind; `turned` gives the same questions with other keys. */
function sample(turned: boolean): BankItem[] {
	const options = [option('a', 'Alpha', !turned), option('b', 'Beta', turned)];
	const row = (id: string, text: string) => ({ id, text, rationale: rationale(text) });
	const one = { ...base, id: 'secret-id', ordered: false };
	return [
		{ ...one, kind: 'single', stem: 'Which?', options },
		{ ...one, kind: 'who-said', stem: 'Who said it?', options },
		{ ...one, kind: 'several', stem: 'Which of these?', options },
		{
			...one,
			kind: 'order',
			stem: 'Order these.',
			entries: [
				{ ...row('x', 'First'), place: turned ? 2 : 1 },
				{ ...row('y', 'Second'), place: turned ? 1 : 2 }
			]
		},
		{
			...one,
			kind: 'match',
			stem: 'Match these.',
			rows: [{ ...row('x', 'Row'), key: turned ? 'b' : 'a' }],
			options: [
				{ id: 'a', text: 'Alpha' },
				{ id: 'b', text: 'Beta' }
			]
		},
		{
			...one,
			kind: 'support',
			stem: 'What does the report say?',
			report: { source: 'some-report', digest: 'The digest.' },
			rows: [{ ...row('x', 'Row'), key: turned ? 'supported' : 'not-stated' }]
		},
		{
			...one,
			kind: 'date',
			stem: 'On which day?',
			key: turned ? '1987-03-09' : '1988-02-20',
			worth: 'day',
			rationale: rationale('a date')
		},
		{
			...one,
			kind: 'number',
			stem: 'How many?',
			key: turned ? 7777 : 8888,
			tolerance: 3,
			unit: 'people',
			rationale: rationale('a number')
		},
		{
			...one,
			kind: 'cloze',
			stem: 'Complete the sentence.',
			parts: ['In the end ', ' came before ', '.'],
			gaps: [
				{ id: 'x', ordered: false, options },
				{ id: 'y', ordered: false, options }
			]
		},
		{
			...one,
			kind: 'short',
			stem: 'Who was it?',
			key: turned ? 'SECRET Alpha' : 'SECRET Beta',
			accepted: ['SECRET Gamma'],
			others: ['SECRET Delta'],
			rationale: rationale('a name')
		},
		{
			...one,
			kind: 'timeline',
			stem: 'Where does it belong?',
			events: [{ id: 'x', text: 'The event' }],
			options
		},
		{ ...one, kind: 'agree', stem: 'Which two agree?', options }
	];
}

function htmlOf(turned: boolean): string {
	const form: Form = {
		module: 'some-module',
		seed: '7K3M9Q',
		bank: 'secret-bank',
		items: sample(turned).map((item) => ({ item, marks: 1 })),
		lacks: []
	};
	return candidateForm(form)
		.items.map((item) => render(Item, { props: { item, typed: {} } }).body)
		.join('\n');
}

describe('a paper', () => {
	test('is the same whatever its keys are', () => {
		expect(htmlOf(true)).toBe(htmlOf(false));
	});

	test('holds neither rationale nor fact nor citation', () => {
		expect(htmlOf(false)).not.toMatch(/secret/i);
	});

	test('keeps what was typed, in every kind of field', () => {
		const items = candidateForm({
			module: 'some-module',
			seed: '7K3M9Q',
			bank: '',
			items: sample(false).map((item) => ({ item, marks: 1 })),
			lacks: []
		}).items;
		const typed = {
			q1: ['b'],
			q3: ['a', 'b'],
			'q4-x': ['2'],
			'q5-x': ['b'],
			'q6-x': ['contradicted'],
			'q7-y': ['1988'],
			q8: ['many'],
			'q9-y': ['b'],
			q10: ['Gama'],
			q11: ['b'],
			q12: ['a', 'b']
		};
		const html = items.map((item) => render(Item, { props: { item, typed } }).body);
		expect(html[0]).toMatch(/value="b" checked/);
		expect(html[2]?.match(/ checked/g)).toHaveLength(2);
		expect(html[3]).toMatch(/name="q4-x" value="2"/);
		expect(html[4]).toMatch(/<option value="b" selected/);
		expect(html[5]).toMatch(/value="contradicted" checked/);
		expect(html[6]).toMatch(/name="q7-y" value="1988"/);
		expect(html[7]).toMatch(/value="many"/);
		expect(html[8]?.match(/ selected/g)).toHaveLength(2); // one gap waits for its answer
		expect(html[8]).toMatch(/name="q9-y"[^]*<option value="b" selected/);
		expect(html[9]).toMatch(/value="Gama"/);
		expect(html[10]).toMatch(/value="b" checked/);
		expect(html[11]?.match(/ checked/g)).toHaveLength(2);
	});

	test('shows what is wrong inside the group that it is about', () => {
		const [item] = candidateForm({
			module: 'some-module',
			seed: '7K3M9Q',
			bank: '',
			items: sample(false).map((item) => ({ item, marks: 1 })),
			lacks: []
		}).items;
		if (!item) throw new Error('the sample has no item');
		const { body } = render(Item, { props: { item, typed: {}, problem: 'Choose <one>.' } });
		expect(body).toMatch(/<fieldset aria-describedby="q1-problem"/);
		expect(body).toMatch(/id="q1-problem"[^>]*>Choose &lt;one>\.</);
	});
});
