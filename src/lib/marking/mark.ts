import { daysOf, parseDate } from '../facts/dates.ts';
import type {
	ChoiceItem,
	DateItem,
	Item,
	ItemOf,
	Kind,
	MatchItem,
	NumberItem,
	OrderItem,
	SeveralItem,
	SupportItem
} from '../items/item.ts';
import { readNumber } from './read-entry.ts';
import type { Mark, Response, Responses } from './response.ts';

const unanswered = (full: number): Mark => ({ gained: 0, full, answered: false });
const marked = (gained: number, full: number): Mark => ({ gained, full, answered: true });

/** One best answer: all or nothing. */
function markChoice(item: ChoiceItem, { option }: Responses['single']): Mark {
	if (option === '') return unanswered(1);
	return marked(item.options.some(({ id, key }) => key && id === option) ? 1 : 0, 1);
}

/**
 * Several right: a mark for each key chosen, less one for each distractor chosen, never below zero.
 * (Correction for guessing in multiple-response items: Ripkey, Case and Swanson, Academic Medicine 71, 1996, "plus/minus".)
 */
function markSeveral(item: SeveralItem, { options }: Responses['several']): Mark {
	const full = item.options.filter(({ key }) => key).length;
	if (options.length === 0) return unanswered(full);
	const chosen = item.options.filter(({ id }) => options.includes(id));
	const hits = chosen.filter(({ key }) => key).length;
	return marked(Math.max(0, 2 * hits - chosen.length), full);
}

/**
 * Order: Kendall's tau between the given and the right order, never below zero, times the full mark.
 * Equal places count neither way. (M. G. Kendall, A New Measure of Rank Correlation, Biometrika 30, 1938.)
 */
function markOrder({ entries }: OrderItem, { places }: Responses['order']): Mark {
	const full = entries.length - 1;
	const given = entries.flatMap(({ id, place }) => {
		const at = places[id];
		return at === undefined ? [] : [{ at, place }];
	});
	if (given.length === 0) return unanswered(full);
	let agreement = 0;
	given.forEach((a, i) => {
		for (const b of given.slice(i + 1)) agreement += Math.sign((a.at - b.at) * (a.place - b.place));
	});
	const pairs = (entries.length * (entries.length - 1)) / 2;
	return marked(Math.max(0, (agreement / pairs) * full), full);
}

/** Rows, each judged by itself: a mark for every right row. */
function markRows({ rows }: MatchItem | SupportItem, response: Responses['match']): Mark {
	const given = rows.filter(({ id }) => response.rows[id]);
	if (given.length === 0) return unanswered(rows.length);
	return marked(given.filter(({ id, key }) => response.rows[id] === key).length, rows.length);
}

/** A date: right when it lies within the key, given as exactly as the item asks. */
function markDate({ key }: DateItem, { text }: Responses['date']): Mark {
	if (text === '') return unanswered(1);
	const [right, given] = [daysOf(key), parseDate(text)];
	const inside = given && right.first <= given.first && given.last <= right.last;
	return marked(inside ? 1 : 0, 1);
}

/** A number: right within the item's tolerance. */
function markNumber({ key, tolerance }: NumberItem, { text }: Responses['number']): Mark {
	if (text === '') return unanswered(1);
	const given = readNumber(text);
	return marked(given !== undefined && Math.abs(given - key) <= tolerance ? 1 : 0, 1);
}

const rules: {
	[K in Kind]: (item: ItemOf<K>, response: Responses[K]) => Mark;
} = {
	single: markChoice,
	'who-said': markChoice,
	several: markSeveral,
	order: markOrder,
	match: markRows,
	support: markRows,
	date: markDate,
	number: markNumber
};

/** Marks the response to an item, by the rule of its kind. The response must be of the item's kind. */
export const mark = (item: Item, response: Response): Mark =>
	(rules[item.kind] as (item: Item, response: Response) => Mark)(item, response);
