import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { kinds } from '../../src/lib/items/item.ts';
import { millsFolder, millsTexts } from './packs.ts';

const here = mkdtempSync(join(tmpdir(), 'sourcebook-'));
afterAll(() => rmSync(here, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

/** Runs the command line and gathers what it prints. */
async function run(...argv: string[]) {
	const lines = { out: [] as string[], problems: [] as string[] };
	vi.spyOn(console, 'log').mockImplementation((line) => void lines.out.push(String(line)));
	vi.spyOn(console, 'error').mockImplementation((line) => void lines.problems.push(String(line)));
	const status = await main(argv);
	vi.restoreAllMocks();
	return { status, out: lines.out.join('\n'), problems: lines.problems.join('\n') };
}
const mills = (...argv: string[]) => run(...argv, '--content', millsFolder);

describe('help', () => {
	test('is an overview of all commands', async () => {
		for (const argv of [['--help'], ['-h'], ['help']]) {
			const { status, out } = await run(...argv);
			expect(status).toBe(0);
			for (const name of ['check', 'items', 'form', 'verify'])
				expect(out).toContain(`\n  ${name} `);
		}
	});

	test('is printed, with status 1, when no command is named', async () => {
		const { status, out } = await run();
		expect(status).toBe(1);
		expect(out).toContain('Usage: npx sourcebook <command>');
	});

	test.each([
		['check', []],
		['items', ['--module M', '--json']],
		['form', ['--module M', '--items N', '--seed S', '--format F', '--out FILE']],
		['verify', []]
	])('of %s names its options', async (command, options) => {
		const { status, out } = await run(command, '--help');
		expect(status).toBe(0);
		expect(out).toContain(`Usage: npx sourcebook ${command}`);
		for (const option of [...options, '--content DIR', '--help']) expect(out).toContain(option);
	});
});

describe('wrong use is said in a sentence, with status 1', () => {
	test.each([
		['an unknown command', ['brew'], 'There is no command "brew". Known: check,'],
		['a command that only JavaScript knows', ['constructor'], 'There is no command "constructor".'],
		['an unknown option', ['check', '--loud'], "Unknown option '--loud'"],
		['an option without its value', ['items', '--module'], "'--module"],
		['a word too many', ['check', 'this'], 'check takes no "this".'],
		[
			'an unknown module',
			['items', '--module', 'delta'],
			'there is no module "delta"; known: orrin.'
		],
		['a form of no module', ['form'], 'name a module with --module; known: orrin.'],
		[
			'a form of an unknown module',
			['form', '--module', 'delta'],
			'there is no module "delta"; known: orrin.'
		],
		['a seed that is none', ['form', '--module', 'orrin', '--seed', 'abc'], '"abc" is no seed'],
		[
			'a format that nobody knows',
			['form', '--module', 'orrin', '--format', 'pdf'],
			'no format "pdf"; known: text, json'
		],
		['no items', ['form', '--module', 'orrin', '--items', '0'], '--items takes a whole number'],
		[
			'too many items',
			['form', '--module', 'orrin', '--items', '41'],
			'--items takes a whole number'
		],
		[
			'items in words',
			['form', '--module', 'orrin', '--items', 'ten'],
			'--items takes a whole number'
		],
		[
			'a file that cannot be written',
			['form', '--module', 'orrin', '--out', '/no/such/folder/form.txt'],
			"can't write /no/such/folder/form.txt"
		],
		['texts that are not named', ['verify'], 'name one folder with the texts'],
		[
			'texts that are not there',
			['verify', '/no/such/folder'],
			'there is no folder "/no/such/folder"'
		]
	])('%s', async (_, argv, sentence) => {
		const { status, problems } = await mills(...argv);
		expect(status).toBe(1);
		expect(problems).toContain(sentence);
		expect(problems).not.toMatch(/\n\s+at /);
	});

	test.each([['check'], ['items'], ['form', '--module', 'orrin'], ['verify', millsTexts]])(
		'a content folder that is not there: %s',
		async (...argv) => {
			const { status, problems } = await run(...argv, '--content', '/no/such/folder');
			expect(status).toBe(1);
			expect(problems).toContain('there is no content folder "/no/such/folder"');
		}
	);

	test('a folder that holds no pack', async () => {
		const { status, problems } = await run('check', '--content', here);
		expect(status).toBe(1);
		expect(problems).toContain(`${join(here, 'sourcebook.yaml')}: missing-file:`);
	});
});

describe('on the small pack', () => {
	test('check counts what there is', async () => {
		const { status, out, problems } = await mills('check');
		expect(problems).toBe('');
		expect(status).toBe(0);
		expect(out).toMatch(/^sources +12 \(10 excerpt, 2 in-full\)$/m);
		expect(out).toMatch(/^facts +56 \(43 established, 7 attributed, 6 contested\)$/m);
		expect(out).toMatch(/^items +\d+ \(\d+ recall, \d+ understanding, \d+ source-reasoning\)$/m);
		// Every kind in its order, and some of each.
		expect(out).toMatch(new RegExp(kinds.map((kind) => `[1-9]\\d* ${kind}`).join(', ')));
	});

	test('items prints every item with its key marked', async () => {
		const { status, out } = await mills('items');
		expect(status).toBe(0);
		expect(out).toContain('abbey-burned-on.single.object  (single, recall, works, rev ');
		expect(out).toMatch(/^ {2}\* 2 June 1929$/m);
	});

	test('items --json prints one item a line, in the shape that ARCHITECTURE.md names', async () => {
		const { status, out } = await mills('items', '--json', '--module', 'orrin');
		expect(status).toBe(0);
		const items = out.split('\n').map((line) => JSON.parse(line));
		expect(items.length).toBeGreaterThan(100);
		const fields = 'id rev kind level topic slot facts asks shows stem sources'.split(' ');
		for (const item of items) {
			expect(Object.keys(item)).toEqual(expect.arrayContaining(fields));
			expect(['recall', 'understanding', 'source-reasoning']).toContain(item.level);
		}
		const single = items.find(({ kind }) => kind === 'single');
		for (const option of single.options)
			expect(Object.keys(option).sort()).toEqual(['id', 'key', 'rationale', 'sources', 'text']);
		const number = items.find(({ kind }) => kind === 'number');
		expect(number).toMatchObject({ key: expect.any(Number), rationale: expect.any(String) });
	});

	test('form writes the same paper for the same seed, also to a file', async () => {
		const file = join(here, 'form.txt');
		const argv = ['form', '--module', 'orrin', '--seed', '7k3-m9q'];
		const { status, out } = await mills(...argv);
		expect(status).toBe(0);
		expect(out).toMatch(/^The Orrin\. Paper 7K3-M9Q\. \d+ marks\.\n\n1\. /);
		expect((await mills(...argv, '--out', file)).out).toBe('');
		expect(readFileSync(file, 'utf8')).toBe(`${out}\n`);
	});

	test('form --format json holds no key, and as many items as asked for', async () => {
		const { out } = await mills('form', '--module', 'orrin', '--items', '7', '--format', 'json');
		const form = JSON.parse(out);
		expect(form.items).toHaveLength(7);
		expect(out).not.toMatch(/"(key|rationale|place|facts|sources)"/);
	});

	test('form says what the bank lacks, and still prints', async () => {
		const { status, out, problems } = await mills('form', '--module', 'orrin', '--items', '40');
		expect(status).toBe(0);
		expect(out).toContain('The Orrin.');
		expect(problems).toMatch(/^orrin: the bank lacks \d+ more questions/m);
	});

	test('verify confirms every quotation whose text is there, and counts the others', async () => {
		const { status, out, problems } = await mills('verify', millsTexts);
		expect(problems).toBe('');
		expect(status).toBe(0);
		expect(out).toBe(
			"39 of 39 quotations confirmed in 5 texts.\n10 of them stand in their text, which doesn't tell whether at the place named (10 by page).\n36 quotations not checked: no text for 7 sources."
		);
	});

	test('verify names file and line of a quotation that is not in the text', async () => {
		const folder = mkdtempSync(join(here, 'texts-'));
		writeFileSync(join(folder, 'mirror-1931-05-06.txt'), 'The night of the Orrin\n');
		const { status, problems } = await mills('verify', folder);
		expect(status).toBe(1);
		expect(problems).toMatch(
			/facts\/flood\.yaml:\d+: not-in-text: pin-worn: mirror-1931-05-06 ¶ 6 does not have/
		);
	});

	test('verify with a folder that holds none of the texts fails', async () => {
		const { status, problems } = await mills('verify', mkdtempSync(join(here, 'empty-')));
		expect(status).toBe(1);
		expect(problems).toContain('holds no text of any source cited.');
	});
});
