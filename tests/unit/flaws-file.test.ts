import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { judge } from '../../src/lib/items/flaws/judge.ts';
import { readRecords } from '../../src/lib/items/flaws/record.ts';
import { millsFolder } from './packs.ts';

const here = mkdtempSync(join(tmpdir(), 'sourcebook-flaws-'));
afterAll(() => rmSync(here, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

async function run(...argv: string[]) {
	const lines = { out: [] as string[], problems: [] as string[] };
	vi.spyOn(console, 'log').mockImplementation((line) => void lines.out.push(String(line)));
	vi.spyOn(console, 'error').mockImplementation((line) => void lines.problems.push(String(line)));
	const status = await main(['flaws', ...argv]);
	vi.restoreAllMocks();
	return { status, out: lines.out.join('\n'), problems: lines.problems.join('\n') };
}
function file(name: string, ...items: unknown[]): string {
	const path = join(here, name);
	const line = (item: unknown) => (typeof item === 'string' ? item : JSON.stringify(item));
	writeFileSync(path, items.map(line).join('\n'));
	return path;
}

const option = (text: string, key = false) => ({ text, key });
const sound = {
	id: 'gold',
	stem: 'What is the chemical symbol of gold?',
	options: [option('Ag'), option('Au', true), option('Fe')]
};
const flawed = { ...sound, id: 'not-gold', stem: 'Which of these is not the symbol of gold?' };

describe('sourcebook flaws', () => {
	test('prints "id: flaw: sentence" and a table, with status 1 when there is a flaw', async () => {
		const { status, out } = await run(file('flawed.jsonl', sound, flawed));
		expect(status).toBe(1);
		expect(out).toMatch(/^not-gold: negative-stem: the stem asks by a negative, "not"/);
		expect(out).toContain('2 items, 1 with a flaw');
		expect(out).toMatch(/\n {2}negative-stem +1\n?/);
		expect(out.match(/^ {2}[a-z-]+ +\d+$/gm)).toHaveLength(19);
	});

	test('has status 0 when there is none', async () => {
		const { status, out, problems } = await run(file('sound.jsonl', sound));
		expect([status, problems]).toEqual([0, '']);
		expect(out).toContain('1 items, 0 with a flaw');
	});

	test('judges the bank when no file is named', async () => {
		const { status, out } = await run('--content', millsFolder);
		expect(out).toMatch(/\d{3} items, 0 with a flaw/);
		expect(status).toBe(0);
	});

	test('judges what it can read, and names line and fault of the rest, with status 1', async () => {
		const path = file('bad.jsonl', sound, '{ "id": ', { ...sound, id: 'b', options: [] }, '');
		const { status, out, problems } = await run(path);
		expect(status).toBe(1);
		expect(out).toContain('1 items, 0 with a flaw');
		expect(problems).toContain(`${path}:2: not-json: This line is not JSON`);
		expect(problems).toContain(`${path}:3: bad-item: "options": holds fewer than two options.`);
	});

	test('says in a sentence that a file is not there, or that there are two', async () => {
		const missing = await run(join(here, 'none.jsonl'));
		expect([missing.status, missing.problems]).toEqual([
			1,
			expect.stringContaining('cannot be read')
		]);
		const two = await run('a.jsonl', 'b.jsonl');
		expect([two.status, two.problems]).toEqual([1, expect.stringContaining('name one file')]);
	});
});

describe('a line of a file of items', () => {
	const problemsOf = (...items: unknown[]) =>
		readRecords(items.map((item) => JSON.stringify(item)).join('\r\n'), 'f.jsonl').problems.map(
			({ line, code, message }) => `${line}: ${code}: ${message}`
		);
	test.each([
		['without an id', { ...sound, id: undefined }, /^1: bad-item: "id"/],
		['with an empty stem', { ...sound, stem: ' ' }, /^1: bad-item: "stem": is empty\./],
		[
			'with a text that is a number',
			{ ...sound, options: [option('a', true), { text: 5 }] },
			/"options\.1\.text"/
		],
		['without a key', { ...sound, options: [option('a'), option('b')] }, /"options": have no key/],
		['without anything to judge', { id: 'a', stem: 'What?' }, /there is nothing to judge/],
		['that is no object', 7, /^1: bad-item: The item: /]
	])('%s is refused with its line and field', (_, item, message) => {
		expect(problemsOf(item)).toEqual([expect.stringMatching(message)]);
	});

	test('with the id of another is a problem, and so is a file without items', () => {
		expect(problemsOf(sound, sound)).toEqual([
			'2: id-twice: The id gold stands on line 1 already.'
		]);
		expect(problemsOf()).toEqual(['0: no-items: There is no item in this file.']);
	});

	test('may hold more than we know, start with a byte-order mark, and be followed by blank ones', () => {
		const text = `\uFEFF${JSON.stringify({ ...sound, kind: 'hologram', points: 3 })}\n\n`;
		expect(readRecords(text, 'f')).toMatchObject({ problems: [], records: [{ id: 'gold' }] });
	});
});

describe('rules with an exemption', () => {
	const flawsOf = (item: object) =>
		judge(readRecords(JSON.stringify({ id: 'a', ...item }), 'f').records).map(({ flaw }) => flaw);

	test('true/false: rows on a report have three verdicts', () => {
		const rows = ['supported', 'contradicted', 'not-stated'].map((key) => ({
			text: `Row ${key}.`,
			key
		}));
		const stem = 'What does the report of 3 May 1931 say?';
		expect(flawsOf({ stem, rows })).toEqual([]);
		expect(flawsOf({ stem, rows: rows.map((row) => ({ ...row, key: 'true' })) })).toEqual([
			'true-false'
		]);
	});

	test('fill-in-the-blank: a cloze with a dropdown', () => {
		const item = { ...sound, stem: 'The chemical symbol of gold is ____.' };
		expect(flawsOf({ ...item, kind: 'cloze' })).toEqual([]);
		expect(flawsOf({ ...item, kind: 'single' })).toEqual(['fill-in-the-blank']);
	});

	test('negative stem: what somebody said may be negative', () => {
		const stem = 'Who, according to the Mirror, said that the bell was not heard?';
		expect(flawsOf({ ...sound, stem })).toEqual([]);
		expect(flawsOf({ ...sound, stem: stem.replace('said', 'did not say') })).toEqual([
			'negative-stem'
		]);
	});

	test('more than one right: kinds and stems that ask for several', () => {
		const options = [option('Ag', true), option('Au', true), option('He'), option('Ne')];
		const stem = 'Which of these elements are metals?';
		expect(flawsOf({ stem, options, kind: 'single' })).toEqual(['more-than-one-right']);
		expect(flawsOf({ stem, options, kind: 'several' })).toEqual([]);
		expect(flawsOf({ stem: `${stem} Choose two.`, options })).toEqual([]);
	});

	test('the same stem twice must have one answer', () => {
		const typed = [1931, 1932].map((key) => ({
			id: `y${key}`,
			stem: 'In which year did it end?',
			key
		}));
		const one = {
			id: 'a',
			stem: 'Who kept the weir?',
			options: [option('Quill', true), option('Tilly'), option('Marsh')]
		};
		const two = {
			...one,
			id: 'b',
			options: [option('Quill'), option('Tilly', true), option('Marsh')]
		};
		const lines = [...typed, one, two].map((item) => JSON.stringify(item)).join('\n');
		expect(judge(readRecords(lines, 'f').records).map(({ id, flaw }) => [id, flaw])).toEqual(
			expect.arrayContaining([
				['y1931', 'ambiguous-stem'],
				['a', 'more-than-one-right'],
				['b', 'more-than-one-right']
			])
		);
	});
});
