// `npm run bench`: what every page weighs; and how long loading, writing and assembling take, on the content as it is, and
// multiplied by 10 and 100.
import { parsePack, type ContentFile } from '../src/lib/facts/parse.ts';
import { checkPack } from '../src/lib/facts/check.ts';
import { indexPack } from '../src/lib/facts/pack.ts';
import { writeBank } from '../src/lib/items/bank.ts';
import { analyse } from '../src/lib/statistics/statistics.ts';
import { readContent } from '../src/lib/server/content.ts';
import { printGrowth } from './bench/print-growth.ts';
import { time } from './bench/time.ts';
import { printParallelForms } from './parallel-forms.ts';
import { printWeights } from './site/print-weights.ts';

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
	`load and validate the content    ${load.median.toFixed(0)} ms  (${files.length} files)`
);
console.log('');
printGrowth();

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
	const { median } = time(10, () => analyse(sat, () => options));
	console.log(
		`\nstatistics of 1,000 attempts × 20 of ${bank} items    ${median.toFixed(1)} ms  (target: under 50 ms)`
	);
}

const index = indexPack(pack);
printParallelForms(index, writeBank(index));
