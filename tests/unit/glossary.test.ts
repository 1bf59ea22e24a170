import { describe, expect, test } from 'vitest';
import { openContent } from '../../src/lib/server/open.ts';
import { sentencesOf } from '../../src/lib/explainers/sentences.ts';
import { glossaryLinks } from '../../tools/markdown.ts';
import { contentFolder, millsFolder } from './packs.ts';

type Node = Parameters<ReturnType<typeof glossaryLinks>>[0];

const text = (value: string): Node => ({ type: 'text', value });
const paragraph = (...children: Node[]): Node => ({ type: 'paragraph', children });

/** The Markdown tree after its terms were linked, its pieces joined. */
function linked(...children: Node[]): string {
	const tree: Node = { type: 'root', children };
	glossaryLinks({ folder: millsFolder })(tree);
	const join = (node: Node): string => node.value ?? (node.children ?? []).map(join).join('');
	return join(tree);
}
const sluice = (word: string) => `<a class="term" href="/glossary#sluice">${word}</a>`;

describe('a term of the glossary', () => {
	test('is linked where the text has it first, and only there', () => {
		expect(
			linked(paragraph(text('One sluice, then a sluice.')), paragraph(text('A sluice.')))
		).toBe(`One ${sluice('sluice')}, then a sluice.A sluice.`);
	});

	test('is found by an alias and with a capital, and keeps its letters', () => {
		expect(linked(paragraph(text('Sluices stood here.')))).toBe(`${sluice('Sluices')} stood here.`);
	});

	test('is no part of another word', () => {
		expect(linked(paragraph(text('The sluicegate, a compactor.')))).toBe(
			'The sluicegate, a compactor.'
		);
	});

	test('is left alone in a heading, a link and a claim, and linked after them', () => {
		const heading = { type: 'heading', depth: 2, children: [text('The sluice ')] };
		const link = { type: 'link', url: '/', children: [text('a sluice ')] };
		const claim = { type: 'html', value: '<span>sluice </span>' };
		expect(linked(heading, paragraph(link, claim, text('at the sluice.')))).toBe(
			`The sluice a sluice <span>sluice </span>at the ${sluice('sluice')}.`
		);
	});

	test('is linked within emphasis, beside other terms', () => {
		const strong = { type: 'strong', children: [text('compact ')] };
		expect(linked(paragraph(strong, text('on the sluice')))).toBe(
			`<a class="term" href="/glossary#compact">compact</a> on the ${sluice('sluice')}`
		);
	});
});

describe('the glossary of the content', () => {
	const glossary = openContent(contentFolder).index?.pack.glossary ?? [];

	test('has about fifty terms or more, in alphabetical order', () => {
		expect(glossary.length).toBeGreaterThanOrEqual(48);
		const terms = glossary.map(({ term }) => term.toLowerCase());
		expect(terms).toEqual(terms.toSorted());
	});

	test.each(glossary.map(({ id, text }) => [id, text] as const))(
		'explains “%s” in one to three sentences',
		(_, text) => {
			expect(sentencesOf(text).length).toBeGreaterThanOrEqual(1);
			expect(sentencesOf(text).length).toBeLessThanOrEqual(3);
		}
	);
});
