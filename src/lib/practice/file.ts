import { z } from 'zod';
import type { Terms } from './due.ts';
import type { Review } from './review.ts';

const millis = z.int().min(0).max(8_640_000_000_000_000);
const count = z.int().min(0);
const name = z.string().min(1).max(300);

const review = z.strictObject({
	id: name,
	rev: name,
	topic: name,
	due: millis,
	stability: z.number().positive(),
	difficulty: z.number().min(1).max(10),
	scheduledDays: count,
	reps: z.int().min(1),
	lapses: count,
	state: z.int().min(1).max(3),
	first: millis,
	last: millis,
	gained: z.number().min(0),
	full: z.number().positive(),
	gone: z.boolean()
}) satisfies z.ZodType<Review>;

/** An explainer that was read to its end. */
const reading = z.strictObject({ slug: name, at: millis });
export type Reading = z.infer<typeof reading>;

const terms = z.strictObject({
	on: z.boolean(),
	daily: z.int().min(1).max(1000),
	pausedUntil: millis
}) satisfies z.ZodType<Terms>;

const format = 'sourcebook-practice';

/** The file in which a reader takes what is kept along. A later shape gets a later number, and older ones stay readable. */
const practiceFile = z.strictObject({
	format: z.literal(format),
	version: z.literal(1),
	/** When it was written. */
	at: millis,
	terms,
	reviews: z.array(review),
	read: z.array(reading)
});

/** All that is kept of a reader's practice. */
export interface Practice {
	terms: Terms;
	reviews: Review[];
	read: Reading[];
}

/** The text of the file. */
export const fileOf = ({ terms, reviews, read }: Practice, at: number): string =>
	`${JSON.stringify({ format, version: 1, at, terms, reviews, read }, null, '\t')}\n`;

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

const wrong = 'Nothing was changed.';

/** Reads such a file: what it holds, or a sentence that says what is wrong with it. */
export function readFile(text: string): Practice | { problem: string } {
	const content = parsed(text);
	if (content === undefined) return { problem: `The file is damaged or of another kind. ${wrong}` };
	const head = z.looseObject({ format: z.literal(format), version: z.int() }).safeParse(content);
	if (!head.success) return { problem: `This is no file of reviews. ${wrong}` };
	if (head.data.version > 1)
		return { problem: `The file was written by a newer version of this site. ${wrong}` };
	const result = practiceFile.safeParse(content);
	if (result.success) return result.data;
	const place = result.error.issues[0]?.path.join(' → ') ?? '';
	return { problem: `The file is damaged${place && ` (at ${place})`}. ${wrong}` };
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
