// `npm run bench`: what every page weighs; and how long loading, writing and assembling take, on the content as it is, and
// multiplied by 10 and 100.
import { parsePack, type ContentFile } from '../src/lib/facts/parse.ts';
import { checkPack } from '../src/lib/facts/check.ts';
import { indexPack, type Pack } from '../src/lib/facts/pack.ts';
import { assemble } from '../src/lib/forms/assemble.ts';
import { seedFrom } from '../src/lib/forms/seed.ts';
import { writeBank } from '../src/lib/items/bank.ts';
import { analyse } from '../src/lib/statistics/statistics.ts';
import { readContent } from '../src/lib/server/content.ts';
import { printParallelForms } from './parallel-forms.ts';
import { printWeights } from './site/print-weights.ts';

/** Milliseconds of `run`: the median of several runs, after one that does not count. */
function time<T>(runs: number, run: (turn: number) => T): { millis: number; result: T } {
	let result = run(0);
	const taken = Array.from({ length: runs }, (_, turn) => {
		const start = performance.now();
		result = run(turn + 1);
		return performance.now() - start;
	}).sort((a, b) => a - b);
	return { millis: taken[Math.floor(taken.length / 2)] ?? 0, result };
}

/** Every id of a pack with a suffix, wherever it stands, so that copies are packs of their own within one. */
function renamed(pack: Pack, copy: number): Pack {
	if (copy === 0) return pack;
	const suffix = `-x${copy}`;
	const ids = new Set(
		[...pack.sources, ...pack.entities, ...pack.facts, ...pack.modules].map(({ id }) => id)
	);
	for (const { id } of pack.sourcebook.topics) ids.add(id);
	for (const name of pack.entities.flatMap(({ confusable }) => confusable)) ids.add(name);
	const rename = (value: unknown, key = ''): unknown => {
		if (typeof value === 'string')
			return ids.has(value) && !['name', 'relation', 'kind'].includes(key) ? value + suffix : value;
		if (Array.isArray(value)) return value.map((one) => rename(one, key));
		if (value === null || typeof value !== 'object') return value;
		return Object.fromEntries(
			Object.entries(value).map(([name, one]) => [
				key === 'not' ? name + suffix : name,
				rename(one, name)
			])
		);
	};
	const list = <T>(all: T[]) => all.map((one) => rename(one) as T);
	return {
		...pack,
		sources: list(pack.sources),
		entities: list(pack.entities),
		facts: list(pack.facts),
		modules: list(pack.modules)
	};
}

function multiplied(pack: Pack, times: number): Pack {
	const copies = Array.from({ length: times }, (_, copy) => renamed(pack, copy));
	return {
		...pack,
		sources: copies.flatMap(({ sources }) => sources),
		entities: copies.flatMap(({ entities }) => entities),
		facts: copies.flatMap(({ facts }) => facts),
		modules: copies.flatMap(({ modules }) => modules)
	};
}

function loadAndCheck(files: ContentFile[]) {
	const { pack, places, problems } = parsePack(files);
	if (!pack || problems.length > 0)
		throw new Error('the content has problems: npx sourcebook check');
	checkPack(indexPack(pack), places);
	return pack;
}

await printWeights();
console.log('');

const files = readContent('content');
const load = time(3, () => loadAndCheck(files));
const pack = load.result;
console.log(
	`load and validate the content    ${load.millis.toFixed(0)} ms  (${files.length} files)`
);
console.log('');
console.log(
	'content      facts    items    index     bank    ms/1,000 facts    form (median of 200)'
);
for (const times of [1, 10, 100]) {
	const many = multiplied(pack, times);
	const runs = times === 100 ? 1 : 5;
	const indexed = time(runs, () => indexPack(many));
	const bank = time(runs, () => writeBank(indexed.result));
	const module = many.modules[0];
	if (!module) throw new Error('the content has no module');
	const form = time(200, (turn) => assemble(bank.result, module, seedFrom(turn * 7919)));
	console.log(
		[
			`x ${times}`.padEnd(9),
			String(many.facts.length).padStart(8),
			String(bank.result.items.length).padStart(8),
			`${indexed.millis.toFixed(1)} ms`.padStart(9),
			`${bank.millis.toFixed(0)} ms`.padStart(8),
			((bank.millis / many.facts.length) * 1000).toFixed(0).padStart(14),
			`${form.millis.toFixed(2)} ms`.padStart(16)
		].join(' ')
	);
}

/** Attempts at forms of 20 of `bank` items, each answer right or wrong by a rule without chance. */
const attempts = (count: number, bank: number) =>
	Array.from({ length: count }, (_, person) => ({
		answers: Array.from({ length: 20 }, (_, i) => {
			const gained = (person * 31 + i * 17 + ((person * i) % 7)) % 5 > i % 4 ? 1 : 0;
			const item = (person * (bank > 20 ? 13 : 0) + i * Math.floor(bank / 20)) % bank;
			return { id: `item-${item}`, rev: 'r', gained, full: 1, options: [gained ? 'a' : 'b'] };
		})
	}));
const options = ['a', 'b', 'c', 'd'].map((id) => ({ id, key: id === 'a' }));
for (const bank of [20, 500]) {
	const sat = attempts(1000, bank);
	const { millis } = time(10, () => analyse(sat, () => options));
	console.log(
		`\nstatistics of 1,000 attempts × 20 of ${bank} items    ${millis.toFixed(1)} ms  (target: under 50 ms)`
	);
}

const index = indexPack(pack);
printParallelForms(index, writeBank(index));

console.log(
	'\nTargets: bank x 1 under 200 ms, a form under 2 ms, ms/1,000 facts about the same in every row.'
);
