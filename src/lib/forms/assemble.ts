import type { Module } from '../facts/schema.ts';
import type { Bank } from '../items/bank.ts';
import { shortHash } from '../items/hash.ts';
import type { Item } from '../items/item.ts';
import { fullMark } from '../items/parts.ts';
import { arrange, type KeyPlaces } from './arrange.ts';
import { balance, type Target } from './balance.ts';
import { expectedOf, measuredName, type Measured } from './expectation.ts';
import type { Form } from './form.ts';
import { drawFrom } from './seed.ts';
import { drawOnce, select, type Blueprint, type Feedback } from './select.ts';

/** How a form is made, beside bank, blueprint and seed. */
export interface Assembly {
	/** Overrides the blueprint's number of items. */
	length?: number;
	/** Whether rationales are shown after each item, as when practising, or after the last. */
	feedback?: Feedback;
	/** Facilities known from answers; they replace the estimates. */
	measured?: Measured;
}

/** The part of a bank that a blueprint draws on. */
interface Pool {
	items: Item[];
	/** Changes when the visible text of one of its items does, and not with items of other topics. */
	version: string;
	/** By blueprint: what its forms are brought to. */
	targets: Map<string, Target>;
}

/**
 * How forms are drawn. To be raised whenever the same bank, blueprint and seed give another form: links and result codes
 * name the version in which a paper was drawn (tests/unit/forms.test.ts).
 */
const drawing = 2;

const unmeasured: Measured = new Map();
/** The items of the blueprint's topics, found once for each bank, list of topics and set of measured facilities. */
const pools = new WeakMap<Bank, WeakMap<Measured, Map<string, Pool>>>();
/** Teachers may choose any topics: so many choices are kept. */
const mostPools = 200;

function poolOf(bank: Bank, { topics }: Blueprint, measured: Measured): Pool {
	const ofBank = pools.get(bank) ?? new WeakMap<Measured, Map<string, Pool>>();
	const known = ofBank.get(measured) ?? new Map<string, Pool>();
	pools.set(bank, ofBank.set(measured, known));
	const name = topics.join();
	let pool = known.get(name);
	if (!pool) {
		const items = bank.items.filter(({ topic }) => topics.includes(topic));
		const names = items.map((item) => {
			const facility = measured.get(measuredName(item));
			return measuredName(item) + (facility === undefined ? '' : ` ${facility}`);
		});
		if (known.size >= mostPools) known.clear();
		pool = { items, version: shortHash(names.join('\n')), targets: new Map() };
		known.set(name, pool);
	}
	return pool;
}

/** Draws that show what a blueprint's forms are like before they are balanced. */
const samples = 64;

/** The target of a blueprint: what its unbalanced forms have in the mean. Found once. */
function targetOf(pool: Pool, blueprint: Blueprint, feedback: Feedback, measured: Measured) {
	const name = JSON.stringify([blueprint, feedback]);
	let target = pool.targets.get(name);
	if (!target) {
		const sum = { score: 0, words: 0 };
		for (let turn = 0; turn < samples; turn++) {
			const { items } = drawOnce(pool.items, blueprint, feedback, drawFrom(`target/${turn}`));
			const { score, words } = expectedOf(items, measured);
			sum.score += score / samples;
			sum.words += words / samples;
		}
		target = sum;
		pool.targets.set(name, target);
	}
	return target;
}

/**
 * Assembles a form: drawn by levels, then balanced in expected score and reading load; no two items give each other
 * away, and with feedback at once none is given away by the rationale of an earlier one.
 */
export function assemble(
	bank: Bank,
	{ id, blueprint }: Pick<Module, 'id' | 'blueprint'>,
	seed: string,
	{ length = blueprint.length, feedback = 'at-once', measured = unmeasured }: Assembly = {}
): Form {
	const pool = poolOf(bank, blueprint, measured);
	const plan = { ...blueprint, length };
	const draw = drawFrom(`${pool.version}/${id}/${length}/${seed}`);
	const { items, lacks } = select(pool.items, plan, feedback, draw);
	const target = targetOf(pool, plan, feedback, measured);
	const balanced = balance(items, pool.items, plan, feedback, target, draw, measured);
	const places: KeyPlaces = [];
	return {
		module: id,
		seed,
		bank: shortHash(`${drawing} ${pool.version} ${JSON.stringify(blueprint)}`),
		items: balanced.map((item) => ({ item: arrange(item, draw, places), marks: fullMark(item) })),
		lacks
	};
}
