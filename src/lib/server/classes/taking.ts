import { candidateForm, type CandidateItem } from '#lib/forms/candidate.ts';
import type { Form } from '#lib/forms/form.ts';
import { mark } from '#lib/marking/mark.ts';
import { fieldsOf } from '#lib/marking/fields.ts';
import type { Response } from '#lib/marking/response.ts';
import type { Feedback } from '#lib/papers/feedback.ts';
import { typedOf, type Typed } from '#lib/papers/paper.ts';
import type { SavedResponse } from '../storage/tables.ts';
import { attemptSeenBy, isRefusal, type Who } from './access.ts';
import { getAttempt, type Sitting } from './attempts.ts';
import { explained } from './explained.ts';
import { feedbackOf } from './feedback.ts';
import type { Ground } from './ground.ts';
import { emptyAnswer, stateOf } from './page-answers.ts';
import { refuse, type Refusal, type Result } from './result.ts';
import { shutFor } from './shut.ts';
import { standingOf } from './standing.ts';

/** So many questions a page has: few enough that little is lost without a script, when the connection breaks. */
export const perPage = 5;

/** One question of a page. */
export interface Asked {
	item: CandidateItem;
	typed: Typed;
	/** What stands there; undefined when its answer is fixed, for the student has seen what is right. */
	state: string | undefined;
	feedback: Feedback | undefined;
}

/** One page of a paper that is being answered, as its student may see it. */
export interface TakingPage {
	attempt: string;
	classId: string;
	title: string;
	/** 1-based; 0 is the page before handing in. */
	page: number;
	pages: { number: number; first: number; last: number }[];
	items: Asked[];
	/** Whether each question has an answer. */
	answered: boolean[];
	marks: number;
	/** The last moment, in milliseconds UTC; null: none. */
	endsAt: number | null;
	/** The server's clock. */
	now: number;
	/** Whether each answer can be looked at once it is given. */
	checks: boolean;
}

const responseOf = (row: SavedResponse) => JSON.parse(row.given) as Response;

export const pagesOf = (count: number) =>
	Array.from({ length: Math.ceil(count / perPage) }, (_, at) => ({
		number: at + 1,
		first: at * perPage + 1,
		last: Math.min(count, (at + 1) * perPage)
	}));

/** Which questions of a paper have an answer. */
export const answeredOf = (form: Form, saved: ReadonlyMap<string, SavedResponse>): boolean[] =>
	form.items.map(({ item }, at) => {
		const row = saved.get(item.id);
		return mark(item, row ? responseOf(row) : emptyAnswer(form, at + 1)).answered;
	});

function askedOf(
	{ form, saved }: Sitting,
	item: CandidateItem,
	feedback: ReadonlyMap<number, Feedback>
): Asked {
	const { number } = item;
	const full = form.items[number - 1]?.item;
	const row = full && saved.get(full.id);
	return {
		item,
		typed: full && row ? typedOf(fieldsOf(full, number, responseOf(row))) : {},
		state: row && row.fixed_at !== null ? undefined : stateOf(form, number, row),
		feedback: feedback.get(number)
	};
}

/** What may be said already of the questions of a page. */
async function saidAlready(ground: Ground, who: Who, attempt: string) {
	const found = await feedbackOf(ground, who, attempt);
	const { index } = ground.content();
	return new Map(
		found.ok ? found.items.map((one) => [one.number, explained(one, index)] as const) : []
	);
}

/**
 * A page of the attempt that is going on.
 * @param page 1-based; 0: the page before handing in; of one that is not there, the nearest
 * @returns refused `no-attempt` when none is going on
 */
export async function takingPage(
	ground: Ground,
	who: Who,
	assignmentId: string,
	page: number
): Promise<Result<{ taking: TakingPage }>> {
	const standing = await standingOf(ground, who, assignmentId);
	if (!standing.ok) return standing;
	const { running, assignment } = standing.standing;
	if (!running) return refuse('no-attempt');
	const found = await getAttempt(ground, who, running.id);
	if (!found.ok) return found;
	const { sitting } = found;
	const { items, marks } = candidateForm(sitting.form);
	const pages = pagesOf(items.length);
	const number = Math.min(page, pages.length);
	const shown = items.slice((number - 1) * perPage, number * perPage);
	const checks = assignment.feedback === 'at-once';
	const feedback = checks
		? await saidAlready(ground, who, running.id)
		: new Map<number, Feedback>();
	return {
		ok: true,
		taking: {
			attempt: running.id,
			classId: assignment.class_id,
			title: assignment.title,
			page: number,
			pages,
			items: number === 0 ? [] : shown.map((item) => askedOf(sitting, item, feedback)),
			answered: answeredOf(sitting.form, sitting.saved),
			marks,
			endsAt: running.ends_at,
			now: ground.now(),
			checks
		}
	};
}

/** The clock of an attempt, for the page of its student; and, when it is handed in, why it takes no answers. */
export async function clockOf(
	ground: Ground,
	who: Who,
	attemptId: string
): Promise<Result<{ now: number; endsAt: number | null; shut: Refusal | undefined }> | Refusal> {
	return ground.store.read(async (db) => {
		const attempt = await attemptSeenBy(db, who, attemptId);
		if (isRefusal(attempt)) return attempt;
		const now = ground.now();
		const shut = attempt.submitted_at === null ? undefined : await shutFor(db, attempt, now);
		return { ok: true, now, endsAt: attempt.ends_at, shut };
	});
}
