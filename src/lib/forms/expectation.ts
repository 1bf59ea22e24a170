import { formatOf, type Format, type Item } from '../items/item.ts';
import type { Level } from '../facts/schema.ts';
import { fullMark } from '../items/parts.ts';
import { visibleText } from '../items/visible.ts';

/**
 * What is expected of an item before anybody answered it. The figures are assumptions, ordered as item-writing research
 * orders the formats (choosing is easier than sorting, sorting easier than writing); a measured facility replaces them.
 */
const facilityOf: Record<Format, number> = {
	choice: 0.62,
	multiple: 0.5,
	cloze: 0.62,
	order: 0.45,
	match: 0.5,
	support: 0.6,
	date: 0.25,
	number: 0.3,
	short: 0.4
};
const easier: Record<Level, number> = {
	recall: 0,
	understanding: -0.04,
	'source-reasoning': -0.06
};

/** Mean share of the full mark that a class is expected to gain (0 to 1), by item id and revision. */
export type Measured = ReadonlyMap<string, number>;
export const measuredName = ({ id, rev }: Pick<Item, 'id' | 'rev'>): string => `${id} ${rev}`;

/** What a form is balanced by. */
export interface Expectation {
	/** Full mark. */
	marks: number;
	/** Marks expected to be gained. */
	gain: number;
	/** Words to be read before answering. */
	words: number;
}

/** The estimated facility of an item (0 to 1), from how it is answered, its level, and how many options share the guesses. */
export function estimatedFacility(item: Item): number {
	const base = facilityOf[formatOf[item.kind]] + easier[item.level];
	// Two distractors instead of three: a guess is right a twelfth more often, among those who guess.
	const fewer = 'options' in item && item.options.length === 3 ? (1 - base) / 12 : 0;
	return base + fewer;
}

const known = new WeakMap<Item, Expectation>();

/** What is expected of an item; `measured` facilities come before estimated ones. */
export function expectationOf(item: Item, measured?: Measured): Expectation {
	let estimated = known.get(item);
	if (!estimated) {
		const marks = fullMark(item);
		const words = visibleText(item).join(' ').split(/\s+/).length;
		estimated = { marks, gain: marks * estimatedFacility(item), words };
		known.set(item, estimated);
	}
	const facility = measured?.get(measuredName(item));
	return facility === undefined ? estimated : { ...estimated, gain: estimated.marks * facility };
}

/** The score (0 to 1) and the reading load (words) that are expected of a whole paper. */
export function expectedOf(items: readonly Item[], measured?: Measured) {
	const sum = { marks: 0, gain: 0, words: 0 };
	for (const item of items) {
		const { marks, gain, words } = expectationOf(item, measured);
		sum.marks += marks;
		sum.gain += gain;
		sum.words += words;
	}
	return { score: sum.marks === 0 ? 0 : sum.gain / sum.marks, words: sum.words };
}
