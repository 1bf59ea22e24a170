import { createHash } from 'node:crypto';
import type { Form } from '#lib/forms/form.ts';
import { fieldsOf } from '#lib/marking/fields.ts';
import { readResponses } from '#lib/marking/read.ts';
import type { Response } from '#lib/marking/response.ts';
import { saidOf } from '#lib/papers/said.ts';
import { typedOf, type Typed } from '#lib/papers/paper.ts';
import type { SavedResponse } from '../storage/tables.ts';
import type { Who } from './access.ts';
import { saveAnswer, type Conflict, type Saved } from './answers.ts';
import { getAttempt } from './attempts.ts';
import { revealItem } from './feedback.ts';
import type { Ground } from './ground.ts';
import { refuse, type Done, type Refusal, type Result } from './result.ts';

/*
 * A page names for each question what stood there when it was made: the field `s3` is "2.hash", the version and the
 * answer of question 3. What still is as it was is no new answer, also when another device has changed it since.
 */

type Entries = readonly (readonly [name: string, value: string])[];

const hashOf = (given: string) =>
	createHash('sha256').update(given).digest('base64url').slice(0, 12);

/** An answer to nothing: what an item reads as whose fields are empty. */
export const emptyAnswer = (form: Form, number: number): Response =>
	readResponses(form, [], [number]).responses[number - 1] as Response;

/** What stands for a question, as a page names it. @param row undefined: nothing is saved */
export function stateOf(
	form: Form,
	number: number,
	row: Pick<SavedResponse, 'version' | 'given'> | undefined
): string {
	const given = row?.given ?? JSON.stringify(emptyAnswer(form, number));
	return `${row?.version ?? 0}.${hashOf(given)}`;
}

const isOf = (number: number) => (name: string) =>
	name === `q${number}` || name.startsWith(`q${number}-`);

/** A question whose answer was not saved, and why. */
export interface Unsaved {
	number: number;
	sentence: string;
	/** What stands there, when it was answered elsewhere meanwhile. */
	stands?: Stands;
}
export interface Stands {
	/** In words. */
	said: string;
	typed: Typed;
	state: string;
}

/** Refusals after which nothing of this attempt can be saved. */
const ends = new Set<Refusal['code']>(['submitted', 'over', 'closed', 'no-attempt', 'no-item']);

const stateOfSaved = ({ version, response }: Saved) =>
	`${version}.${hashOf(JSON.stringify(response))}`;

/** What is told of an answer that was not saved. */
function unsavedOf(form: Form, number: number, answer: Refusal | Conflict): Unsaved {
	const { sentence } = answer;
	const item = form.items[number - 1]?.item;
	if (!('stands' in answer) || !item) return { number, sentence };
	const { stands } = answer;
	return {
		number,
		sentence,
		stands: {
			said: saidOf(item, stands.response),
			typed: typedOf(fieldsOf(item, number, stands.response)),
			state: stateOfSaved(stands)
		}
	};
}

const baseOf = (state: string) => Number(/^\d{1,9}(?=\.)/.exec(state)?.[0] ?? 0);

/**
 * Saves one answer, whatever stood on the page, and asks the database no more than it must: a class does so each second.
 * @returns what stands now, as a page names it, and the last moment; or why it was not saved
 */
export async function saveQuestion(
	ground: Ground,
	who: Who,
	{ attempt, number, state, fields }: SentAnswer
): Promise<Result<{ state: string; endsAt: number | null }> | Unsaved> {
	const own = fields.filter(([name]) => isOf(number)(name));
	const sent = { attempt, item: number, fields: own, base: baseOf(state) };
	const answer = await saveAnswer(ground, who, sent);
	if (answer.ok)
		return { ok: true, state: stateOfSaved(answer.saved), endsAt: answer.attempt.ends_at };
	if (ends.has(answer.code)) return answer;
	const found = await getAttempt(ground, who, attempt);
	return found.ok ? unsavedOf(found.sitting.form, number, answer) : found;
}
export interface SentAnswer {
	attempt: string;
	/** Of the question on the paper, 1-based. */
	number: number;
	/** What stood there when it was answered. */
	state: string;
	fields: Entries;
}

/** Saves what was answered on a page. What could not be is told question by question; all else is saved. */
export async function savePage(
	ground: Ground,
	who: Who,
	attempt: string,
	entries: Entries
): Promise<Result<{ unsaved: Unsaved[]; answered: number[] }>> {
	const found = await getAttempt(ground, who, attempt);
	if (!found.ok) return found;
	const { form } = found.sitting;
	const unsaved: Unsaved[] = [];
	const answered: number[] = [];
	for (const [name, state] of entries) {
		const number = Number(/^s(\d{1,2})$/.exec(name)?.[1] ?? 0);
		if (!form.items[number - 1]) continue;
		const fields = entries.filter(([field]) => isOf(number)(field));
		const { responses, problems } = readResponses(form, fields, [number]);
		const [problem] = problems;
		const given = JSON.stringify(responses[number - 1]);
		if (given !== JSON.stringify(emptyAnswer(form, number))) answered.push(number);
		if (!problem && state.split('.')[1] === hashOf(given)) continue;
		if (problem) unsaved.push({ number, sentence: problem.message });
		else {
			const sent = { attempt, item: number, fields, base: baseOf(state) };
			const saved = await saveAnswer(ground, who, sent);
			if (saved.ok) continue;
			if (ends.has(saved.code)) return saved;
			unsaved.push(unsavedOf(form, number, saved));
		}
	}
	return { ok: true, unsaved, answered };
}

/** With feedback at once: fixes the answer to a question of a paper. */
export async function revealQuestion(
	ground: Ground,
	who: Who,
	attempt: string,
	number: number
): Promise<Done> {
	const found = await getAttempt(ground, who, attempt);
	if (!found.ok) return found;
	const item = found.sitting.form.items[number - 1]?.item;
	return item ? revealItem(ground, who, attempt, item.id) : refuse('no-item');
}
