// One row of the table of `npm run bench`, in a process of its own, so that the peak of memory is that of the row.
import { parsePack } from '../../src/lib/facts/parse.ts';
import { indexPack } from '../../src/lib/facts/pack.ts';
import { assemble } from '../../src/lib/forms/assemble.ts';
import { seedFrom } from '../../src/lib/forms/seed.ts';
import { writeBank } from '../../src/lib/items/bank.ts';
import { readContent } from '../../src/lib/server/content.ts';
import { multiplied, type Matter } from './copies.ts';
import { time } from './time.ts';

/** What a row says: numbers of facts and items, milliseconds, megabytes. */
export interface Row {
	facts: number;
	items: number;
	runs: number;
	index: number;
	/** The best of the runs. */
	bank: number;
	/** The median of 200. */
	form: number;
	peak: number;
}

/** So many runs: where one takes long, a first one that warms up makes no difference. */
const runsFor = (times: number): number => (times > 10 ? 1 : times > 1 ? 3 : 12);

function measure(times: number, matter: Matter): Row {
	const { pack } = parsePack(readContent('content'));
	if (!pack) throw new Error('the content has problems: npx sourcebook check');
	const many = multiplied(pack, times, matter);
	const runs = runsFor(times);
	const index = time(runs, () => indexPack(many));
	const bank = time(runs, () => writeBank(index.result));
	const [module] = many.modules;
	if (!module) throw new Error('the content has no module');
	const form = time(200, (turn) => assemble(bank.result, module, seedFrom((turn + 1) * 7919)));
	return {
		facts: many.facts.length,
		items: bank.result.items.length,
		runs,
		index: index.best,
		bank: bank.best,
		form: form.median,
		peak: process.resourceUsage().maxRSS / 1024
	};
}

const [times = '1', matter = 'own topics'] = process.argv.slice(2);
console.log(JSON.stringify(measure(Number(times), matter as Matter)));
