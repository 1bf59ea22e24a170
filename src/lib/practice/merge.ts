import type { Terms } from './due.ts';
import type { Review } from './review.ts';

/** An explainer that was read to its end. */
export interface Reading {
	slug: string;
	/** Milliseconds UTC. */
	at: number;
}

/** A paper that was handed in: of each paper the last time. */
export interface Sat {
	/** Its name on the device. */
	paper: string;
	/** Milliseconds UTC. */
	at: number;
	/** Where its result is shown, from the root of the site. */
	href: string;
	title: string;
	/** Marks. */
	gained: number;
	full: number;
}

/** All that is kept of a reader's practice. */
export interface Practice {
	terms: Terms;
	reviews: Review[];
	read: Reading[];
	papers: Sat[];
}

/** What a file brought. */
export interface Taken {
	added: number;
	/** Newer in the file than on the device. */
	newer: number;
	/** As new or newer on the device: left as they are. */
	kept: number;
	/** Explainers that were not known as read. */
	read: number;
	/** Quizzes that were not known, or taken again later. */
	papers: number;
}

/** Of each name what is newest. */
function newest<T extends { at: number }>(all: readonly T[], nameOf: (one: T) => string): T[] {
	const found = new Map<string, T>();
	for (const one of all) {
		const known = found.get(nameOf(one));
		if (!known || known.at < one.at) found.set(nameOf(one), one);
	}
	return [...found.values()];
}

function joinReviews(here: readonly Review[], file: readonly Review[]) {
	const reviews = new Map(here.map((one) => [one.id, one]));
	const taken = { added: 0, newer: 0, kept: 0 };
	for (const one of file) {
		const known = reviews.get(one.id);
		if (known && known.last >= one.last) taken.kept++;
		else {
			taken[known ? 'newer' : 'added']++;
			reviews.set(one.id, one);
		}
	}
	return { reviews: [...reviews.values()], taken };
}

/**
 * Joins what a file holds to what is there: of each item the one that was answered last.
 * The terms are the file's where no answer was kept before.
 */
export function merged(here: Practice, file: Practice): { practice: Practice; taken: Taken } {
	const { reviews, taken } = joinReviews(here.reviews, file.reviews);
	const read = newest([...here.read, ...file.read], ({ slug }) => slug);
	const papers = newest([...here.papers, ...file.papers], ({ paper }) => paper);
	const terms = here.reviews.length === 0 ? file.terms : here.terms;
	return {
		practice: { terms, reviews, read, papers },
		taken: {
			...taken,
			read: read.length - here.read.length,
			papers: papers.filter((one) => !here.papers.includes(one)).length
		}
	};
}
