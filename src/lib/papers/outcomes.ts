import { formatDate } from '../facts/dates.ts';
import {
	formatOf,
	verdicts,
	type Format,
	type Item,
	type ItemIn,
	type Option,
	type Rationale
} from '../items/item.ts';
import type { Response, Responses } from '../marking/response.ts';

/** One option or row of an answered item: what it is, what became of it, and why. */
export interface Outcome {
	text: string;
	/** What became of it, in words: "Your answer, and right". */
	word: string;
	key: boolean;
	chosen: boolean;
	/** The gap that it was offered for (1-based), where a sentence has several. */
	gap?: number;
	rationale: Rationale;
}

type Outcomes = {
	[F in Format]: (item: ItemIn<F>, given: Responses[F]) => Outcome[];
};

const words = { both: 'Your answer, and right', key: 'The right answer', chosen: 'Your answer' };

function option({ text, key, rationale }: Option, chosen: boolean): Outcome {
	const word = key && chosen ? words.both : key ? words.key : chosen ? words.chosen : '';
	return { text, word, key, chosen, rationale };
}

/** A row has one right partner: it counts as key when the candidate found it, as chosen when not. */
function row(text: string, rationale: Rationale, found: boolean, word: string): Outcome {
	return { text, word, key: found, chosen: !found, rationale };
}

/** A key that was to be written: shown as the right answer, with what was written instead. */
function entry(text: string, rationale: Rationale, right: boolean, given: string): Outcome[] {
	const word = right ? words.both : given ? `The right answer; you wrote ${given}` : words.key;
	return [{ text, word, key: true, chosen: right, rationale }];
}

const said = { supported: 'Supported', contradicted: 'Contradicted', 'not-stated': 'Not stated' };
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** The outcomes by format; `right` is whether the item earned its full mark. */
const tables = (right: boolean): Outcomes => ({
	choice: ({ options }, given) => options.map((one) => option(one, given.option === one.id)),
	multiple: ({ options }, given) =>
		options.map((one) => option(one, given.options.includes(one.id))),
	cloze: ({ gaps }, given) =>
		gaps.flatMap(({ id, options }, at) =>
			options.map((one) => ({
				...option(one, given.rows[id] === one.id),
				...(gaps.length > 1 && { gap: at + 1 })
			}))
		),
	order: ({ entries }, given) =>
		[...entries]
			.sort((a, b) => a.place - b.place)
			.map(({ id, text, place, rationale }) => {
				const chosen = given.places[id];
				const found = chosen === place;
				const word = found ? 'In its place' : chosen ? `You put it at ${chosen}` : '';
				return row(`${place}. ${text}`, rationale, found, word);
			}),
	match: ({ rows, options }, given) => {
		const named = new Map(options.map(({ id, text }) => [id, text]));
		return rows.map(({ id, text, key, rationale }) => {
			const chosen = given.rows[id];
			const found = chosen === key;
			const word = found ? words.both : chosen ? `You chose: ${named.get(chosen) ?? '–'}` : '';
			return row(`${text}: ${named.get(key) ?? '–'}`, rationale, found, word);
		});
	},
	support: ({ rows }, given) =>
		rows.map(({ id, text, key, rationale }) => {
			const chosen = verdicts.find((verdict) => verdict === given.rows[id]);
			const found = chosen === key;
			const instead = chosen ? `${said[key]}; you said ${lower(said[chosen])}` : said[key];
			return row(text, rationale, found, found ? `${said[key]}, as you said` : instead);
		}),
	date: ({ key, rationale }, given) =>
		entry(formatDate(key), rationale, right, written(given.text)),
	number: ({ key, unit, tolerance, rationale }, given) => {
		const figure = `${key.toLocaleString('en-GB')} ${unit}`.trim();
		const room = tolerance > 0 ? ` (within ${tolerance.toLocaleString('en-GB')} counts)` : '';
		return entry(figure + room, rationale, right, given.text);
	},
	short: ({ key, rationale }, given) => entry(key, rationale, right, given.text)
});

/** What became of every part of an item; `right` is whether it earned its full mark. */
export const outcomes = (item: Item, response: Response, right: boolean): Outcome[] =>
	(tables(right)[formatOf[item.kind]] as (item: Item, response: Response) => Outcome[])(
		item,
		response
	);

/** A stretch of a sentence; `key` where it fills a gap. */
export interface Filled {
	text: string;
	key: boolean;
}

/** The sentence of a cloze with its gaps filled as they should be; empty for all other items. */
export function filled(item: Item): Filled[] {
	if (item.kind !== 'cloze') return [];
	return item.parts.flatMap((text, at) => {
		const key = item.gaps[at]?.options.find((one) => one.key);
		return [{ text, key: false }, ...(key ? [{ text: key.text, key: true }] : [])];
	});
}

/** A date as the candidate gave it, in words where it is one. */
function written(text: string): string {
	return /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/.test(text) ? formatDate(text) : text;
}
