import { z } from 'zod';
import type { Terms } from './due.ts';
import type { Practice, Reading, Sat } from './merge.ts';
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
const reading = z.strictObject({ slug: name, at: millis }) satisfies z.ZodType<Reading>;

/** A paper that was handed in. Its address leads to a page of this site and nowhere else. */
const sat = z.strictObject({
	paper: name,
	at: millis,
	href: z
		.string()
		.max(4000)
		.regex(/^\/(?:quiz|offline)\//),
	title: name,
	gained: z.number().min(0),
	full: z.number().positive()
}) satisfies z.ZodType<Sat>;

const terms = z.strictObject({
	on: z.boolean(),
	daily: z.int().min(1).max(1000),
	pausedUntil: millis
}) satisfies z.ZodType<Terms>;

const format = 'sourcebook-practice';

/** The file in which a reader takes what is kept along. A later shape gets a later number, and older ones stay readable. */
const first = z.strictObject({
	format: z.literal(format),
	version: z.literal(1),
	/** When it was written. */
	at: millis,
	terms,
	reviews: z.array(review),
	read: z.array(reading)
});
const second = z.strictObject({ ...first.shape, version: z.literal(2), papers: z.array(sat) });
const practiceFile = z.discriminatedUnion('version', [first, second]);
const version = 2;

/** The text of the file. */
export const fileOf = ({ terms, reviews, read, papers }: Practice, at: number): string =>
	`${JSON.stringify({ format, version, at, terms, reviews, read, papers }, null, '\t')}\n`;

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
	if (head.data.version > version)
		return { problem: `The file was written by a newer version of this site. ${wrong}` };
	const result = practiceFile.safeParse(content);
	if (result.success) return { papers: [], ...result.data };
	const place = result.error.issues[0]?.path.join(' → ') ?? '';
	return { problem: `The file is damaged${place && ` (at ${place})`}. ${wrong}` };
}
