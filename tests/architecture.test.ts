import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
const lib = join(root, 'src/lib');

/** The order of the pure layers: each may import those before it. */
const order = ['facts', 'items', 'forms', 'marking', 'statistics'];
/** Beside them: explainers rest on facts and ask items; search knows facts; papers show, mark and explain forms; exports are façades over items and forms; practice knows items by their names alone. */
const beside: Record<string, string[]> = {
	explainers: ['facts', 'items'],
	search: ['facts'],
	papers: ['facts', 'items', 'forms', 'marking', 'report.ts'],
	practice: [],
	exports: ['facts', 'items', 'forms', 'marking']
};
const mayImport = (layer: string): string[] => [
	layer,
	...(beside[layer] ?? order.slice(0, order.indexOf(layer)))
];

const filesOf = (folder: string, endings: RegExp): string[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && endings.test(entry.name) && !/\.test\./.test(entry.name))
		.map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
const folders = readdirSync(lib);
const layers = [...order, ...Object.keys(beside)].filter((layer) => folders.includes(layer));

/** What a file imports: paths within src/lib from its layer on, packages by name. */
function importsOf(layer: string, path: string): string[] {
	const text = readFileSync(join(lib, layer, path), 'utf8');
	return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) =>
		name.startsWith('.') ? join(layer, path, '..', name) : name.replace(/^(?:#|\$)lib\//, '')
	);
}
const imports = layers.flatMap((layer) =>
	filesOf(join(lib, layer), /\.ts$/).flatMap((path) =>
		importsOf(layer, path).map((name) => ({ layer, from: `${layer}/${path}`, name }))
	)
);

describe('the layers of src/lib', () => {
	test('are there: facts → items → forms → marking', () => {
		expect(layers).toEqual(
			expect.arrayContaining(['facts', 'items', 'forms', 'marking', 'explainers'])
		);
		expect(imports.length).toBeGreaterThan(100);
	});

	test('import only what comes before them', () => {
		const wrong = imports.filter(
			({ layer, name }) =>
				folders.includes(name.split('/')[0] ?? '') &&
				!mayImport(layer).includes(name.split('/')[0] ?? '')
		);
		expect(wrong).toEqual([]);
	});

	test('import neither Svelte nor SvelteKit nor Node', () => {
		const outside = /^(?:svelte|@sveltejs|\$|node:|fs$|path$|crypto$|\.\.)/;
		expect(imports.filter(({ name }) => outside.test(name))).toEqual([]);
	});

	test('are dispatched by records: no switch over kinds', () => {
		const switches = layers.flatMap((layer) =>
			filesOf(join(lib, layer), /\.ts$/).filter((path) =>
				/\bswitch\s*\(/.test(readFileSync(join(lib, layer, path), 'utf8'))
			)
		);
		expect(switches).toEqual([]);
	});
});

test('nothing in src/ is about the topic of content/', () => {
	const topic =
		/Karabakh(?! Sourcebook)|Artsakh|Armenia|Azerbaijan|\bAzeri|\bBaku\b|Yerevan|Stepanakert|Khankendi|Lachin|Shush[ai]|Aghdam|Kelbajar|Nakhchivan|Caucasus|Pashinyan|Aliyev|Putin|Erdo[gğ]an|Turk(?:ey|ish)|Russia|Moscow|Minsk|\bCSTO\b/;
	const found = filesOf(join(root, 'src'), /\.(?:ts|js|mjs|svelte|css|html)$/).flatMap((path) =>
		readFileSync(join(root, 'src', path), 'utf8')
			.split('\n')
			.flatMap((line, at) => (topic.test(line) ? [`src/${path}:${at + 1}: ${line.trim()}`] : []))
	);
	expect(found).toEqual([]);
});
