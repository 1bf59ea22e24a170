import type { Terms } from './due.ts';
import type { Review } from './review.ts';

/** An explainer that was read to its end. */
export interface Reading {
	slug: string;
	/** Milliseconds UTC. */
	at: number;
}

/** All that is kept of a reader's practice. */
export interface Practice {
	terms: Terms;
	reviews: Review[];
	read: Reading[];
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
}

/**
 * Joins what a file holds to what is there: of each item the one that was answered last.
 * The terms are the file's where nothing was kept before.
 */
export function merged(here: Practice, file: Practice): { practice: Practice; taken: Taken } {
	const reviews = new Map(here.reviews.map((one) => [one.id, one]));
	const read = new Map(here.read.map((one) => [one.slug, one]));
	const taken: Taken = { added: 0, newer: 0, kept: 0, read: 0 };
	for (const one of file.reviews) {
		const known = reviews.get(one.id);
		if (known && known.last >= one.last) taken.kept++;
		else {
			taken[known ? 'newer' : 'added']++;
			reviews.set(one.id, one);
		}
	}
	for (const one of file.read) {
		const known = read.get(one.slug);
		if (!known) taken.read++;
		if (!known || known.at < one.at) read.set(one.slug, one);
	}
	const empty = here.reviews.length === 0 && here.read.length === 0;
	const terms = empty ? file.terms : here.terms;
	return { practice: { terms, reviews: [...reviews.values()], read: [...read.values()] }, taken };
}
