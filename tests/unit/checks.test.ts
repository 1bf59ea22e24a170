import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { problemLine } from '../../src/lib/facts/problem.ts';
import { breaks, mapBreaks, packBreaks, type PackBreak } from './breaks.ts';
import type { ContentFile } from '../../src/lib/facts/parse.ts';
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

test('what does not fit the schema is told in words, the record by its name', () => {
	const [bodies, works] = ['entities/bodies.yaml', 'facts/works.yaml'];
	const kind = 'kind: organisation\n  name: River Commission';
	const files = changed(mills(), [
		[bodies, kind, `colour: red\n  ${kind.replace('organisation', 'body')}`],
		[works, '- id: weir-length\n  topic: works', '- id: weir-length'],
		[works, '{ count: 24 }', '[24]']
	]);
	const told = readFiles(files).problems.filter(({ code }) => code === 'schema');
	expect(told.map(({ message }) => message)).toEqual([
		'river-commission: kind: should be one of: person, state, organisation, group, place, event, agreement',
		'river-commission: there is no field "colour" here: look for a slip, or leave it out',
		'upper-mill-wheels: object: takes an entity id, or { phrase: … }, { claim: that … }, { count: … } or { date: … }',
		'weir-length: topic: is missing'
	]);
});

function broken({ without, copy, changes = [] }: PackBreak): ContentFile[] {
	const files = mills().filter(({ path }) => path !== without);
	const copied = files.filter(({ path }) => path === copy?.of);
	const more = copied.map(({ text }) => ({ path: copy?.to ?? '', text }));
	return changed([...files, ...more], changes);
}

test.each(packBreaks)('a change of files is named: $title', (one) => {
	expect(named(broken(one))).toContainEqual(one.problem);
});

test('every code that a check can report is broken once in breaks.ts', () => {
	const lib = join(root, 'src/lib');
	const checks = readdirSync(join(lib, 'facts/checks')).map((name) => `facts/checks/${name}`);
	const sources = [
		...checks,
		'facts/parse.ts',
		'facts/map.ts',
		'forms/check.ts',
		'explainers/check.ts'
	].map((path) => readFileSync(join(lib, path), 'utf8'));
	// A code stands before its sentence, or is named so; in a map after the place.
	const codes = sources.flatMap((text) =>
		[
			...text.matchAll(
				/'([a-z]+(?:-[a-z]+)*)',\s*`|code: '([a-z-]+)'|\['[a-z]+', at.*\], '([a-z-]+)'/g
			)
		].map(([, a, b, c]) => a ?? b ?? c)
	);
	const tested = [
		...Object.values(breaks)
			.flat()
			.map(([, code]) => code),
		...packBreaks.map(({ problem }) => problem.code),
		...mapBreaks.map(([, code]) => code)
	];
	expect(new Set(codes).difference(new Set(tested))).toEqual(new Set());
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
		'relations.yaml:34: template-misses-key: put-loss-at.ask.object lacks {by}: without it the wording has more than one answer.'
	]);
});
