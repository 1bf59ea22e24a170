import type { Form } from '#lib/forms/form.ts';
import { encodeResponses } from '#lib/marking/code.ts';
import { mark } from '#lib/marking/mark.ts';
import { readResponses } from '#lib/marking/read.ts';
import { typedOf, type Typed } from './quizzes.ts';

/** What stops a paper from being marked, with all that was typed. */
export interface Returned {
	status: 400 | 422;
	/** By item; number 0 is for what belongs to no item. */
	problems: { number: number; message: string }[];
	unanswered: number[];
	typed: Typed;
}

/** The button that hands in a paper with gaps. */
export const incomplete = 'incomplete';

/** A form of the web as names and texts; undefined when it is not one. */
export async function entriesOf(request: Request): Promise<[string, string][] | undefined> {
	try {
		const data = await request.formData();
		return [...data].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]);
	} catch {
		return undefined; // not a form, or cut off on its way
	}
}

/** Reads a paper that is handed in: the code of its result, or what is to be mended first. */
export function handIn(
	form: Form,
	entries: readonly [string, string][],
	only: readonly number[] | undefined
): { code: string } | Returned {
	const fields = entries.filter(([name]) => name !== incomplete);
	const { responses, problems } = readResponses(form, fields, only);
	const typed = typedOf(fields);
	if (problems.length > 0) return { status: 400, problems, unanswered: [], typed };

	const accepted = fields.length < entries.length;
	const unanswered = form.items.flatMap(({ item }, position) => {
		const response = responses[position]; // undefined where `only` leaves the item out
		return response && !mark(item, response).answered ? [position + 1] : [];
	});
	if (unanswered.length > 0 && !accepted) return { status: 422, problems: [], unanswered, typed };
	return { code: encodeResponses(form, responses) };
}
