// `npm run bench`: how equal the forms of one blueprint are, beside a plain random draw of as many items.
import type { Index } from '../src/lib/facts/pack.ts';
import { assemble } from '../src/lib/forms/assemble.ts';
import { estimatedFacility } from '../src/lib/forms/expectation.ts';
import { drawFrom, seedFrom } from '../src/lib/forms/seed.ts';
import type { Bank } from '../src/lib/items/bank.ts';
import type { Item } from '../src/lib/items/item.ts';
import { fullMark } from '../src/lib/items/parts.ts';

const seeds = 1000;
const residuals = [0, 0.3, 0.6];
const logistic = (x: number) => 1 / (1 + Math.exp(-x));

/** Quantiles of the standard normal distribution at (i + 1/2) / count, by bisection of the logistic approximation. */
function normals(count: number): number[] {
	// A. Bowling et al., A logistic approximation to the cumulative normal distribution, 2009.
	const cumulative = (z: number) => logistic(0.07056 * z ** 3 + 1.5976 * z);
	return Array.from({ length: count }, (_, i) => {
		let [low, high] = [-6, 6];
		for (let step = 0; step < 40; step++) {
			const middle = (low + high) / 2;
			if (cumulative(middle) < (i + 0.5) / count) low = middle;
			else high = middle;
		}
		return low;
	});
}

/** Abilities of 500 students (Rasch, standard normal), in classes of equal size for speed. */
const abilities = normals(50);
const facilityAt = (difficulty: number) =>
	abilities.reduce((sum, ability) => sum + logistic(ability - difficulty), 0) / abilities.length;

/** The difficulty (logits) that gives a class a facility. */
function difficultyOf(facility: number): number {
	let [low, high] = [-8, 8];
	for (let step = 0; step < 40; step++) {
		const middle = (low + high) / 2;
		if (facilityAt(middle) > facility) low = middle;
		else high = middle;
	}
	return low;
}

const deviation = (list: number[]) => {
	const mean = list.reduce((sum, one) => sum + one, 0) / list.length;
	return Math.sqrt(list.reduce((sum, one) => sum + (one - mean) ** 2, 0) / list.length);
};

/** True facilities: the estimated ones, their difficulty shifted by a normal residual (logits). */
function trueFacilities(items: Item[], residual: number): Map<string, number> {
	const shifts = drawFrom(`residual/${residual}`).shuffle(normals(items.length));
	return new Map(
		items.map((item, at) => {
			const shift = residual * (shifts[at] ?? 0);
			return [item.id, facilityAt(difficultyOf(estimatedFacility(item)) + shift)];
		})
	);
}

function scoreOf(items: Item[], facilities: Map<string, number>): number {
	const marks = items.reduce((sum, item) => sum + fullMark(item), 0);
	const gain = items.reduce(
		(sum, item) => sum + fullMark(item) * (facilities.get(item.id) ?? 0),
		0
	);
	return (100 * gain) / marks;
}

/** Prints the standard deviation of the expected score over 1,000 seeds, by module and residual, ours beside random. */
export function printParallelForms(index: Index, bank: Bank): void {
	console.log(
		`\nSD of the expected score in points of 100, ${seeds} forms of 10: balanced / random draw`
	);
	console.log(
		`${'residual (logits)'.padEnd(24)}${residuals.map((r) => String(r).padStart(16)).join('')}`
	);
	const facilities = residuals.map((residual) => trueFacilities(bank.items, residual));
	for (const module of index.pack.modules) {
		const pool = bank.items.filter(({ topic }) => module.blueprint.topics.includes(topic));
		const names = Array.from({ length: seeds }, (_, turn) => seedFrom(turn * 40_503));
		const ours = names.map((seed) =>
			assemble(bank, module, seed, { length: 10 }).items.map(({ item }) => item)
		);
		const random = names.map((seed) => drawFrom(`random/${seed}`).shuffle(pool).slice(0, 10));
		const cells = facilities.map((facility) => {
			const [a, b] = [ours, random].map((forms) =>
				deviation(forms.map((items) => scoreOf(items, facility))).toFixed(2)
			);
			return `${a} / ${b}`.padStart(16);
		});
		console.log(`${module.id.padEnd(24)}${cells.join('')}`);
	}
}
