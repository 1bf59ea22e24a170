import type { Standing } from '#lib/facts/schema.ts';

/** What can be found, in the order of the results. */
export const searchKinds = ['explainer', 'entity', 'term', 'fact', 'source'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** One thing that can be found: what is searched and what is shown. */
export interface Entry {
	kind: SearchKind;
	href: string;
	title: string;
	/** Other names: searched, and shown where the title and the text don't hold what was asked. */
	names: string;
	text: string;
	/** Beside the title: what kind of thing it is, who published it. */
	aside: string;
	/** Of facts only. */
	standing?: Standing;
}

/** A stretch of text that was asked for, or wasn't. */
export interface Stretch {
	text: string;
	hit: boolean;
}

export interface Hit {
	href: string;
	title: Stretch[];
	context: Stretch[];
	aside: string;
	standing?: Standing;
}

/** The results of one kind, the best first. */
export interface Group {
	kind: SearchKind;
	/** How many there are; `hits` may hold fewer. */
	total: number;
	hits: Hit[];
}

/** The answer to a query. `said` is a sentence for the reader: what is wrong, or how the results were found. */
export interface Answer {
	query: string;
	said: string;
	groups: Group[];
}
