import type { Form } from '../forms/form.ts';
import { encodeResponses } from '../marking/code.ts';
import { mark } from '../marking/mark.ts';
import { readResponses } from '../marking/read.ts';
import { typedOf, type Typed } from './paper.ts';

/** What stops a paper from being marked, with all that was typed. */
export interface Returned {
	status: 400 | 409 | 422;
	/** By item; number 0 is for what belongs to no item. */
	problems: { number: number; message: string }[];
	unanswered: number[];
	typed: Typed;
	/** The version of the paper that was answered, when there is another now. */
	begun?: string;
}

/** The button that hands in a paper with gaps. */
export const incomplete = 'incomplete';
/** The field that says from which questions the paper was made. */
export const version = 'version';

const changed =
	'The questions changed since this page was opened. Here they are as they are now: please go through your answers and hand in again.';

/** Reads a paper that is handed in: the code of its result, or what is to be mended first. */
export function handIn(
	form: Form,
	entries: readonly [string, string][],
	only: readonly number[] | undefined
): { code: string } | Returned {
	const fields = entries.filter(([name]) => name !== incomplete && name !== version);
	const madeFrom = entries.find(([name]) => name === version)?.[1];
	if (madeFrom !== undefined && madeFrom !== form.bank)
		return {
			status: 409,
			problems: [{ number: 0, message: changed }],
			unanswered: [],
			typed: typedOf(fields),
			begun: madeFrom
		};
	const { responses, problems } = readResponses(form, fields, only);
	const typed = typedOf(fields);
	if (problems.length > 0) return { status: 400, problems, unanswered: [], typed };

	const accepted = entries.some(([name]) => name === incomplete);
	const unanswered = form.items.flatMap(({ item }, position) => {
		const response = responses[position]; // undefined where `only` leaves the item out
		return response && !mark(item, response).answered ? [position + 1] : [];
	});
	if (unanswered.length > 0 && !accepted) return { status: 422, problems: [], unanswered, typed };
	return { code: encodeResponses(form, responses) };
}
