import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { textOf } from '../accounts/forms.ts';
import { formSent } from '../entries.ts';
import { actingOf } from './acting.ts';
import type { Actor } from './access.ts';
import { withGround } from './app.ts';
import type { Ground } from './ground.ts';
import type { Refusal, Result } from './result.ts';

/** What an action of a page is given: who acts, and what was typed. */
export interface Acted<Params> {
	ground: Ground;
	who: Actor[];
	params: Params;
	/** The text of a field; empty when it was not sent. */
	given: (name: string) => string;
	/** All texts of fields of one name. */
	all: (name: string) => string[];
	event: RequestEvent;
}

/** Status of a refusal as an answer of the server. */
export const statusOf = ({ code }: Refusal): number => {
	if (code === 'too-many-tries') return 429;
	return /^no-(?:class|student|assignment|attempt)$/.test(code) ? 404 : 400;
};

/** The fields that were typed, to be shown again. */
const typedIn = (data: FormData): Record<string, string[]> => {
	const typed: Record<string, string[]> = {};
	for (const [name, value] of data) if (typeof value === 'string') (typed[name] ??= []).push(value);
	return typed;
};

/**
 * An action: does it, and goes on to a page, so that loading it again does nothing twice; what went wrong comes back
 * with what was typed.
 * @param at the part of the page where a problem is said
 * @param next the address to go on to; given back as the page's `form` when it is an object
 */
export const action =
	<T, Params, Shown extends object = Record<never, never>>(
		at: string,
		work: (acted: Acted<Params>) => Promise<Result<T>>,
		next: (done: T, acted: Acted<Params>) => string | Shown
	) =>
	async (event: RequestEvent) => {
		const data = await formSent(event.request);
		const who = await actingOf(event);
		return withGround(event, async (ground) => {
			const acted: Acted<Params> = {
				ground,
				who,
				params: event.params as Params,
				given: (name) => textOf(data, name),
				all: (name) => data.getAll(name).filter((value) => typeof value === 'string'),
				event
			};
			const outcome = await work(acted);
			if (!outcome.ok) {
				const { code, sentence, at: moment } = outcome;
				const problem = { at, code, sentence, moment };
				return fail(statusOf(outcome), { problem, typed: typedIn(data) });
			}
			const to = next(outcome, acted);
			if (typeof to === 'string') redirect(303, to);
			return { done: { at, ...to } };
		});
	};
