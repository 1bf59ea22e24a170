import { remembered } from '../facts/remembered.ts';
import { byFormat, type Format, type Item, type ItemIn } from './item.ts';

/** What of an item a candidate reads before answering: each part together with what all parts share. */
export interface Reading {
	/** The question; for matching, rows and options too, as each is read with each. */
	shared: string;
	/** Options, rows, the sentences of a digest: each with the facts that it is about. */
	parts: { text: string; facts: readonly string[] }[];
}

interface Offered {
	text: string;
	rationale: { facts: string[] };
}

const textsOf = (list: { text: string }[]) => list.map(({ text }) => text);
const asked = ({ stem, facts }: Item): Reading => ({ shared: stem, parts: [{ text: '', facts }] });
const offered = ({ stem, facts, options }: Item & { options: Offered[] }): Reading => ({
	shared: stem,
	parts: options.map(({ text }) => ({ text, facts }))
});
const row = ({ text, rationale: { facts } }: Offered) => ({ text, facts });

/** Sentences with the one before: "they" and "it" look back. */
const sentences = remembered((digest) =>
	digest
		.split(/(?<=[.!?]) (?=\p{Lu})/u)
		.map((sentence, at, all) => ({ text: `${all[at - 1] ?? ''} ${sentence}`, facts: [] }))
);

const readings: { [F in Format]: (item: ItemIn<F>) => Reading } = {
	choice: offered,
	multiple: offered,
	cloze: ({ parts, gaps, facts }) => ({
		shared: parts.join(' '),
		parts: gaps.flatMap(({ options }) => textsOf(options).map((text) => ({ text, facts })))
	}),
	order: ({ entries }) => ({ shared: '', parts: entries.map(row) }),
	match: ({ stem, rows, options, facts }) => ({
		shared: [stem, ...textsOf(rows), ...textsOf(options)].join(' '),
		parts: [{ text: '', facts }]
	}),
	// The question names the report's day.
	support: ({ stem, report, rows }) => ({
		shared: stem,
		parts: [...sentences(report.digest), ...rows.map(row)]
	}),
	date: asked,
	number: asked,
	short: asked
};

export const readingOf = (item: Item): Reading => byFormat(readings, item);
