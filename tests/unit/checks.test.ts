import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { problemLine } from '../../src/lib/facts/problem.ts';
import { breaks } from './breaks.ts';
import { changed, mills, readFiles, root } from './packs.ts';

function lineWith(text: string, part: string): number {
	const before = text.split(part);
	if (before.length !== 2) throw new Error(`"${part}" stands ${before.length - 1} times, not once`);
	return (before[0] ?? '').split('\n').length;
}

const named = (files: ReturnType<typeof mills>) =>
	readFiles(files).problems.map(({ file, line, code }) => ({ file, line, code }));

test('a pack in order has no problems', () => {
	expect(readFiles(mills()).problems).toEqual([]);
});

describe.each(Object.entries(breaks))(
	'%s: names code, file and line, and nothing else, of',
	(_, rows) => {
		test.each(rows)('%s', (_, code, file, from, to, at = to) => {
			const files = changed(mills(), [[file, from, to]]);
			const text = files.find(({ path }) => path === file)?.text ?? '';
			const line = typeof at === 'number' ? at : lineWith(text, at);
			const where = code === 'missing-explainer' ? 'explainers/delta.md' : file;
			expect(named(files)).toEqual([{ file: where, line, code }]);
		});
	}
);

test('every code that a check can report is broken once in breaks.ts', () => {
	const checks = join(root, 'src/lib/facts/checks');
	const sources = [
		...readdirSync(checks).map((name) => join(checks, name)),
		join(root, 'src/lib/facts/parse.ts'),
		join(root, 'src/lib/explainers/check.ts')
	].map((path) => readFileSync(path, 'utf8'));
	// A code stands before its sentence, or is named so.
	const codes = sources.flatMap((text) =>
		[...text.matchAll(/'([a-z]+(?:-[a-z]+)*)',\s*`|code: '([a-z-]+)'/g)].map(([, a, b]) => a ?? b)
	);
	const tested = [
		...Object.values(breaks)
			.flat()
			.map(([, code]) => code),
		'missing-file',
		'empty-topic',
		'level-differs',
		'orphan-explainer'
	];
	expect(new Set(codes).difference(new Set(tested))).toEqual(new Set());
});

test('an explainer that no module names is named', () => {
	const [orrin] = mills().filter(({ path }) => path === 'explainers/orrin.md');
	const files = [...mills(), { path: 'explainers/stray.md', text: orrin?.text ?? '' }];
	expect(named(files)).toEqual([
		{ file: 'explainers/stray.md', line: 1, code: 'orphan-explainer' }
	]);
});

test('a file that every pack needs is missed by name', () => {
	for (const name of ['sourcebook.yaml', 'relations.yaml'])
		expect(named(mills().filter(({ path }) => path !== name))).toEqual([
			{ file: name, line: 0, code: 'missing-file' }
		]);
});

test('a topic of a blueprint that has no facts is named', () => {
	const files = changed(mills(), [
		['sourcebook.yaml', '  - { id: works,', '  - { id: cheese, title: Cheese }\n  - { id: works,'],
		['modules/orrin.yaml', 'topics: [works,', 'topics: [cheese, works,']
	]);
	expect(named(files)).toEqual([{ file: 'modules/orrin.yaml', line: 7, code: 'empty-topic' }]);
});

test('a broken file does not hide a broken file beside it', () => {
	const files = changed(mills(), [
		['facts/works.yaml', '{ count: 24 }', '{ count: many }'],
		['modules/orrin.yaml', 'length: 10', 'length: ten']
	]);
	expect(named(files).map(({ file }) => file)).toEqual(['facts/works.yaml', 'modules/orrin.yaml']);
});

test('a problem is one line: file, line, code and a sentence that says what to do', () => {
	const files = changed(mills(), [['relations.yaml', 'did {by} give?', 'was given?']]);
	expect(readFiles(files).problems.map(problemLine)).toEqual([
		'relations.yaml:27: template-misses-key: put-loss-at.ask.object lacks {by}: without it the wording has more than one answer.'
	]);
});
