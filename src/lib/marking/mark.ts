import { daysOf, parseDate } from '../facts/dates.ts';
import { formatOf, type Format, type Item, type ItemIn } from '../items/item.ts';
import { fullMark } from '../items/parts.ts';
import { readNumber } from './read-entry.ts';
import type { Mark, Response, Responses } from './response.ts';
import { sameName } from './spelling.ts';

/** Marks gained; undefined when nothing was given. */
type Gained = number | undefined;

/** One best answer: all or nothing. */
function markChoice({ options }: ItemIn<'choice'>, { option }: Responses['choice']): Gained {
	if (option === '') return undefined;
	return options.some(({ id, key }) => key && id === option) ? 1 : 0;
}

/**
 * Several right: a mark for each key chosen, less one for each distractor chosen, never below zero ("plus/minus": Ripkey,
 * Case and Swanson, Academic Medicine 71, 1996). Where there are fewer distractors than keys, each takes off as many
 * marks as there are keys to a distractor: ticking everything earns nothing, and so does blind ticking in the mean
 * (correction for guessing: F. M. Lord, Journal of Educational Measurement 12, 1975) before the floor at zero: with it, one
 * blind tick among five options of which two are right earns 0.4 of 2 marks.
 */
function markMultiple(item: ItemIn<'multiple'>, { options }: Responses['multiple']): Gained {
	if (options.length === 0) return undefined;
	const chosen = item.options.filter(({ id }) => options.includes(id));
	const hits = chosen.filter(({ key }) => key).length;
	const keys = item.options.filter(({ key }) => key).length;
	const off = Math.max(1, keys / (item.options.length - keys));
	return Math.max(0, hits - (chosen.length - hits) * off);
}

/** Cloze: a mark for every gap that is filled with its key (dichotomous scoring of each gap). */
function markCloze({ gaps }: ItemIn<'cloze'>, { rows }: Responses['cloze']): Gained {
	const given = gaps.filter(({ id }) => rows[id]);
	if (given.length === 0) return undefined;
	return given.filter(({ id, options }) => options.some((one) => one.key && one.id === rows[id]))
		.length;
}

/**
 * Order: Kendall's tau between the given and the right order, never below zero, times the full mark.
 * Equal places count neither way. (M. G. Kendall, A New Measure of Rank Correlation, Biometrika 30, 1938.)
 */
function markOrder({ entries }: ItemIn<'order'>, { places }: Responses['order']): Gained {
	const full = entries.length - 1;
	const given = entries.flatMap(({ id, place }) => {
		const at = places[id];
		return at === undefined ? [] : [{ at, place }];
	});
	if (given.length === 0) return undefined;
	let agreement = 0;
	given.forEach((a, i) => {
		for (const b of given.slice(i + 1)) agreement += Math.sign((a.at - b.at) * (a.place - b.place));
	});
	const pairs = (entries.length * (entries.length - 1)) / 2;
	return Math.max(0, (agreement / pairs) * full);
}

/** Rows, each judged by itself: a mark for every right row. */
function markRows({ rows }: ItemIn<'match' | 'support'>, response: Responses['match']): Gained {
	const given = rows.filter(({ id }) => response.rows[id]);
	if (given.length === 0) return undefined;
	return given.filter(({ id, key }) => response.rows[id] === key).length;
}

/** A date: right when it lies within the key, given as exactly as the item asks. */
function markDate({ key }: ItemIn<'date'>, { text }: Responses['date']): Gained {
	if (text === '') return undefined;
	const [right, given] = [daysOf(key), parseDate(text)];
	const inside = given && right.first <= given.first && given.last <= right.last;
	return inside ? 1 : 0;
}

/** A number: right within the item's tolerance. */
function markNumber(item: ItemIn<'number'>, { text }: Responses['number']): Gained {
	if (text === '') return undefined;
	const given = readNumber(text, item);
	// Half a billionth for what halves and tenths lose in binary.
	const reach = item.tolerance + Math.abs(item.key) * 5e-10;
	return given !== undefined && Math.abs(given - item.key) <= reach ? 1 : 0;
}

/** A name: right in any accepted form, spelling forgiven; see `sameName`. */
function markShort({ accepted, others }: ItemIn<'short'>, { text }: Responses['short']): Gained {
	if (text === '') return undefined;
	return sameName(text, accepted, others) ? 1 : 0;
}

const rules: { [F in Format]: (item: ItemIn<F>, response: Responses[F]) => Gained } = {
	choice: markChoice,
	multiple: markMultiple,
	cloze: markCloze,
	order: markOrder,
	match: markRows,
	support: markRows,
	date: markDate,
	number: markNumber,
	short: markShort
};

/** Marks the response to an item, by the rule of its format. The response must be of the item's format. */
export function mark(item: Item, response: Response): Mark {
	const rule = rules[formatOf[item.kind]] as (item: Item, response: Response) => Gained;
	const gained = rule(item, response);
	return { gained: gained ?? 0, full: fullMark(item), answered: gained !== undefined };
}
