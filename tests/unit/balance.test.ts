import { describe, expect, test } from 'vitest';
import { openContent } from '../../src/lib/server/open.ts';
import { readPages, readProse } from '../../src/lib/explainers/prose.ts';
import { balanceOf, fairShare, statements } from '../../src/lib/facts/balance.ts';
import { balanceProblems } from '../../src/lib/facts/balance-problems.ts';
import { loadedIn, loadedInProse } from '../../src/lib/facts/loaded.ts';
import { indexPack } from '../../src/lib/facts/pack.ts';
import { parsePack } from '../../src/lib/facts/parse.ts';
import { pointsOf } from '../../src/lib/facts/positions.ts';
import { problemLine } from '../../src/lib/facts/problem.ts';
import { changed, contentFolder, mills } from './packs.ts';

type Changes = Parameters<typeof changed>[1];

/** The small pack with texts replaced. */
function read(changes: Changes = []) {
	const { pack, places, problems } = parsePack(changed(mills(), changes));
	if (!pack) throw new Error(problems.map(problemLine).join('\n'));
	return { index: indexPack(pack), places };
}

const flood = 'facts/flood.yaml';
const short =
	'The mayor of Tarnwick said that the keepers of the Upper Weir had opened the gate; Aldermoor denied it.';
const codes = ({ index, places }: ReturnType<typeof read>) =>
	balanceProblems(index, places).map(({ code }) => code);

describe('on every disputed point of the content', () => {
	const { index, places, files } = openContent(contentFolder);
	if (!index) throw new Error('the content cannot be read: npx sourcebook check');
	const modules = index.pack.modules;

	test('each position has 45 to 55 per cent of the words', () => {
		expect(balanceProblems(index, places).map(problemLine)).toEqual([]);
	});

	test.each(modules.map((module) => [module.id, module] as const))(
		'each side has its fair share in %s',
		(_, module) => {
			for (const { name, share } of balanceOf(index, module).sideWords) {
				expect(share, name).toBeGreaterThanOrEqual(fairShare.least);
				expect(share, name).toBeLessThanOrEqual(fairShare.most);
			}
		}
	);

	test('no word takes a side outside a quotation', () => {
		const prose = readProse(files);
		expect(new Set(prose.map(({ file }) => file))).toContain('pages/about.md');
		expect(loadedIn(index, places, prose).map(problemLine)).toEqual([]);
	});
});

test('a disputed point falls into the positions of those who contradict each other', () => {
	const { index } = read();
	const [cause] = pointsOf(index).filter(({ id }) => id === 'gate-cause');
	expect(cause?.positions.map(({ side, speakers }) => [side, speakers])).toEqual([
		['aldermoor', ['Aldermoor']],
		['tarnwick', ['Tarnwick']]
	]);
	expect(cause?.muddled).toEqual([]);
});

test('the statements of a party are counted by standing, and those outside the sides by name', () => {
	const { index } = read();
	const { sides, others } = balanceOf(index);
	const all = index.pack.facts.filter(({ standing }) => standing !== 'established');
	expect(sides.map(({ name }) => name)).toEqual(['Aldermoor', 'Tarnwick']);
	const counted = [...sides, ...others].reduce((total, voice) => total + statements(voice), 0);
	expect(counted).toBe(all.length);
	expect(others.map(statements)).toEqual(others.map(statements).sort((a, b) => b - a));
});

test('a shortened position is named with its file, its line and the words it lacks', () => {
	const pack = read([[flood, short, 'Tarnwick blamed the keepers.']]);
	const [problem] = balanceProblems(pack.index, pack.places).filter(
		({ code }) => code === 'uneven-point'
	);
	const text = changed(mills(), [[flood, short, 'Tarnwick blamed the keepers.']]).find(
		({ path }) => path === flood
	)?.text;
	expect(problem?.file).toBe(flood);
	expect(text?.split('\n')[(problem?.line ?? 0) - 1]).toContain('Tarnwick blamed the keepers.');
	expect(problem?.message).toMatch(/^gate-cause: Tarnwick has 4 words, Aldermoor \d+ /);
	expect(codes(pack)).toContain('uneven-module');
});

test('a fact that contradicts its own position is named', () => {
	const pack = read([
		[flood, 'contradicts: [storm-broke-gate]', 'contradicts: [storm-broke-gate, bell-rung]'],
		[flood, 'contradicts: [keepers-opened-gate]', 'contradicts: [keepers-opened-gate, bell-rung]']
	]);
	expect(codes(pack)).toContain('muddled-positions');
});

test('a disputed point with one position is named', () => {
	const pack = read([
		[flood, 'contradicts: [bell-rung]', 'contradicts: []'],
		[flood, 'contradicts: [bell-unheard]', 'contradicts: []']
	]);
	expect(codes(pack).filter((code) => code === 'one-position')).toHaveLength(2);
});

test('a loaded word is found in a statement, and not inside a quotation', () => {
	const { index, places } = read([[flood, short, `${short.slice(0, -1)} with “stolen” keys.`]]);
	expect(loadedIn(index, places, [])).toEqual([]);
	const bare = read([[flood, short, `${short.slice(0, -1)} with stolen keys.`]]);
	expect(loadedIn(bare.index, bare.places, []).map(({ file }) => file)).toEqual([flood]);
	const prose = [{ file: 'explainers/orrin.md', line: 9, text: 'a greedy town' }];
	expect(loadedIn(index, places, prose)).toMatchObject(
		prose.map(({ file, line }) => ({ file, line }))
	);
});

test('a loaded word is found in what a sourcebook says about itself', () => {
	const { index } = read();
	const pages = [
		{ path: 'pages/about.md', text: 'Of two towns.\n\nOne is *greedy*, or “stolen”.\n' }
	];
	expect(loadedInProse(index, readPages(pages))).toMatchObject([
		{ file: 'pages/about.md', line: 3, code: 'loaded-word' }
	]);
});
