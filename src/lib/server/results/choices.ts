import { formatDate, parseDate } from '#lib/facts/dates.ts';
import { formatOf, type Format, type Item, type ItemIn, type Rationale } from '#lib/items/item.ts';
import type { Response, Responses } from '#lib/marking/response.ts';

/** One thing that was chosen, put or written for an item, as it stands in an answer. */
export interface Choice {
	/** The row, line or gap that it was given for; empty when the item has one answer. */
	part: string;
	text: string;
	right: boolean;
	rationale: Rationale;
}

type Readers = {
	[F in Format]: (item: ItemIn<F>, given: Responses[F], right: boolean) => Choice[];
};

const said = { supported: 'supported', contradicted: 'contradicted', 'not-stated': 'not stated' };

const entry = (text: string, right: boolean, rationale: Rationale): Choice[] =>
	text === '' ? [] : [{ part: '', text, right, rationale }];

const readers: Readers = {
	choice: ({ options }, { option }) =>
		options
			.filter(({ id }) => id === option)
			.map(({ text, key, rationale }) => ({ part: '', text, right: key, rationale })),
	multiple: (item, given) =>
		item.options
			.filter(({ id }) => given.options.includes(id))
			.map(({ text, key, rationale }) => ({ part: '', text, right: key, rationale })),
	cloze: ({ gaps }, { rows }) =>
		gaps.flatMap(({ id, options }, at) =>
			options
				.filter((one) => one.id === rows[id])
				.map(({ text, key, rationale }) => ({
					part: gaps.length > 1 ? `Gap ${at + 1}` : '',
					...{ text, right: key, rationale }
				}))
		),
	order: ({ entries }, { places }) =>
		entries.flatMap(({ id, text, place, rationale }) => {
			const put = places[id];
			if (put === undefined) return [];
			return [{ part: text, text: `place ${put}`, right: put === place, rationale }];
		}),
	match: ({ rows, options }, given) =>
		rows.flatMap(({ id, text, key, rationale }) => {
			const chosen = options.find((one) => one.id === given.rows[id]);
			return chosen ? [{ part: text, text: chosen.text, right: chosen.id === key, rationale }] : [];
		}),
	support: ({ rows }, given) =>
		rows.flatMap(({ id, text, key, rationale }) => {
			const chosen = given.rows[id];
			if (!chosen || !(chosen in said)) return [];
			const word = said[chosen as keyof typeof said];
			return [{ part: text, text: word, right: chosen === key, rationale }];
		}),
	date: ({ rationale }, { text }, right) =>
		entry(parseDate(text) ? formatDate(text) : text, right, rationale),
	number: ({ rationale }, { text }, right) => entry(text, right, rationale),
	short: ({ rationale }, { text }, right) => entry(text, right, rationale)
};

/** What was given for an item, piece by piece; `right` is whether it earned the full mark. */
export const choicesIn = (item: Item, response: Response, right: boolean): Choice[] =>
	(readers[formatOf[item.kind]] as (item: Item, given: Response, right: boolean) => Choice[])(
		item,
		response,
		right
	);

/** An answer in one line: "Ganja", "Gap 1: 1994; Gap 2: Bishkek". Empty when nothing was given. */
export const answerLine = (choices: readonly Pick<Choice, 'part' | 'text'>[]): string =>
	choices.map(({ part, text }) => (part ? `${part}: ${text}` : text)).join('; ');

/**
 * What a wrong choice suggests. A distractor is proved wrong by a fact: where that is another one than the item asks
 * about, the two were mixed up; where it is the same, the value itself was not known.
 */
export function suggestionOf(item: Item, { rationale }: Choice): string {
	const another = rationale.facts.some((fact) => !item.facts.includes(fact));
	return another ? `Mixed up with this: ${rationale.text}` : `Not known: ${rationale.text}`;
}
