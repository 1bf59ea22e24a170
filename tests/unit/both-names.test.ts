import { expect, test } from 'vitest';
import { lastWordAt, namePairs } from '../../src/lib/facts/pairs.ts';
import { readAddress, reportLink } from '../../src/lib/report.ts';
import { markerOf } from '../../src/lib/server/mark-names.ts';

const pairs = [
	['Kolmar', 'Colmar'],
	['Straßburg', 'Strasbourg']
] as const;
const mark = markerOf(pairs);
const kolmar = '<span class="pair"><span>Kolmar</span> / <span>Colmar</span></span>';

test('both names are marked in running text, also where punctuation follows', () => {
	expect(mark('<p>In Kolmar / Colmar, and (Kolmar / Colmar’s)</p>')).toBe(
		`<p>In ${kolmar}, and (${kolmar}’s)</p>`
	);
});

test.each([
	'<title>Kolmar / Colmar</title>',
	'<option>Kolmar / Colmar</option>',
	'<svg><text>Kolmar / Colmar</text></svg>',
	'<button aria-label="Evidence 3: a > b, Kolmar / Colmar">3</button>',
	'<p>Colmar / Kolmar</p>',
	'<p>NeuKolmar / Colmar</p>'
])('nothing is marked in %s', (html) => {
	const page = html.startsWith('<option') ? `<select>${html}</select>` : html;
	expect(mark(page)).toBe(page);
});

test('without pairs a page stays as it is', () => {
	expect(markerOf([])('<p>Kolmar / Colmar</p>')).toBe('<p>Kolmar / Colmar</p>');
});

test('a pair is a place that both of two sides name, each in its own way', () => {
	const place = (names: Record<string, string>) => ({ names }) as never;
	const sides = ['germany', 'france'].map((id) => ({ id, name: id }));
	const entities = [
		place({ france: 'Colmar', germany: 'Kolmar' }),
		place({ germany: 'Köln', denmark: 'Cøln' }),
		place({ germany: 'Paris', france: 'Paris' }),
		place({})
	];
	const of = (some: typeof sides) => namePairs({ sourcebook: { sides: some } as never, entities });
	expect(of(sides)).toEqual([['Kolmar', 'Colmar']]);
	expect(of([...sides, { id: 'denmark', name: 'Denmark' }])).toEqual([]);
});

test('two names that a stroke joins are one last word', () => {
	const last = (text: string) => text.slice(lastWordAt(text));
	expect(last('the road to Kolmar / Colmar')).toBe('Kolmar / Colmar');
	expect(last('the road to Köln')).toBe('Köln');
	expect(last('Köln')).toBe('Köln');
});

test('a report opens a mail, or an issue form, that says what it is about', () => {
	const about = { Fact: 'flood-date', Page: '/explainers/flood', Item: undefined };
	const mail = new URL(reportLink('mailto:editors@example.org', 'Fact flood-date', about));
	expect(mail.searchParams.get('subject')).toBe('Fact flood-date');
	expect(mail.searchParams.get('body')).toBe(
		'Fact: flood-date\r\nPage: /explainers/flood\r\n\r\nWhat is wrong: '
	);
	const form = new URL(reportLink('https://example.org/new?kind=error', 'A & B', about));
	expect(form.searchParams.get('kind')).toBe('error');
	expect(form.searchParams.get('title')).toBe('A & B');
	expect(form.searchParams.get('body')).toContain('Fact: flood-date');
});

test.each([
	['editors@example.org', 'mailto:editors@example.org'],
	['mailto:editors@example.org', 'mailto:editors@example.org'],
	[' https://example.org/new ', 'https://example.org/new'],
	['', ''],
	['call us', undefined],
	['javascript:alert(1)', undefined],
	['editors@example.org?bcc=x@y.z', undefined]
])('the address for reports “%s” is read as %s', (typed, address) => {
	expect(readAddress(typed)).toBe(address);
});

test('without an address, a report leads to the page that says so', () => {
	const { pathname, searchParams } = new URL(
		reportLink('', 'Fact flood-date', { Fact: 'flood-date' }),
		'https://example.org'
	);
	expect(pathname).toBe('/report');
	expect(searchParams.get('body')).toContain('Fact: flood-date');
});
