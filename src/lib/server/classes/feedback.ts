import type { Item } from '#lib/items/item.ts';
import { mark } from '#lib/marking/mark.ts';
import type { Mark, Response } from '#lib/marking/response.ts';
import type { Assignment, Attempt, SavedResponse } from '../storage/tables.ts';
import { attemptOfStudent, isRefusal, isStudent, type Who } from './access.ts';
import { lastUntilOf } from './allowances.ts';
import { shutFor } from './shut.ts';
import { getAttempt } from './attempts.ts';
import { formOf, savedOf } from './sitting.ts';
import { locking, type Db, type Ground } from './ground.ts';
import { refuse, type Result } from './result.ts';
import { graceMillis } from './timing.ts';

/** What a student may see of keys and rationales: nothing, those of answers that are fixed, or all. */
export type Showing = 'none' | 'fixed' | 'all';

/** What decides when answers may be shown. */
export interface Rule extends Pick<Assignment, 'feedback' | 'due_at' | 'closed_at'> {
	/** The latest due date that a student has of their own: while one writes, nobody is shown what is due. */
	lastUntil: number | null;
}

async function ruleOf(db: Db, assignment: Assignment): Promise<Rule> {
	const until = await lastUntilOf(db, [assignment.id]);
	return { ...assignment, lastUntil: until.get(assignment.id) ?? null };
}

/** The feedback rule: the one place that decides. `now` is the server's clock. */
export function mayShowFeedback(
	{ feedback, due_at, closed_at, lastUntil }: Rule,
	{ submitted_at }: Pick<Attempt, 'submitted_at'>,
	now: number
): Showing {
	const submitted = submitted_at !== null && submitted_at <= now;
	// closing early moves no due date: what was promised for then stays hidden until then
	const end = due_at === null ? closed_at : Math.max(due_at, lastUntil ?? 0);
	const isDue = end !== null && end + graceMillis < now;
	const rules: Record<Assignment['feedback'], Showing> = {
		'at-once': submitted ? 'all' : 'fixed',
		submitted: submitted ? 'all' : 'none',
		due: submitted && isDue ? 'all' : 'none',
		never: 'none'
	};
	return rules[feedback];
}

/** One item with everything that may be said about it. */
export interface Shown {
	/** 1-based number on the paper. */
	number: number;
	item: Item;
	/** undefined: nothing was saved. */
	response: Response | undefined;
	/** undefined: nothing was saved, which earns nothing. */
	mark: Mark | undefined;
}

const shown = (item: Item, at: number, row: SavedResponse | undefined): Shown => {
	const response = row && (JSON.parse(row.given) as Response);
	return { number: at + 1, item, response, mark: response && mark(item, response) };
};

/**
 * What the feedback rule lets be seen of an attempt: for the student what the rule allows, for the teacher all.
 * @returns the items that may be shown, none when the rule allows none
 */
export async function feedbackOf(
	ground: Ground,
	who: Who,
	id: string
): Promise<Result<{ attempt: Attempt; assignment: Assignment; showing: Showing; items: Shown[] }>> {
	const found = await getAttempt(ground, who, id);
	if (!found.ok) return found;
	const { attempt, assignment, form, saved } = found.sitting;
	const rule = await ground.store.read((db) => ruleOf(db, assignment));
	const showing = isStudent(who, attempt.student_id)
		? mayShowFeedback(rule, attempt, ground.now())
		: 'all';
	const items = form.items.map(({ item }, at) => shown(item, at, saved.get(item.id)));
	const isFixed = ({ item }: Shown) => (saved.get(item.id)?.fixed_at ?? null) !== null;
	const seen = { none: () => false, fixed: isFixed, all: () => true }[showing];
	return { ok: true, attempt, assignment, showing, items: items.filter(seen) };
}

/** With feedback at once: fixes the answer to one item, and shows what there is to say. */
export async function revealItem(
	ground: Ground,
	who: Who,
	id: string,
	itemId: string
): Promise<Result<{ shown: Shown }>> {
	const now = ground.now();
	return ground.store.change(async (db) => {
		const attempt = await attemptOfStudent(db, who, id, locking(ground.store));
		if (isRefusal(attempt)) return attempt;
		const assignment = await db
			.selectFrom('assignment')
			.selectAll()
			.where('id', '=', attempt.assignment_id)
			.executeTakeFirstOrThrow();
		const form = await formOf(db, attempt);
		const at = form.items.findIndex(({ item }) => item.id === itemId);
		const item = form.items[at]?.item;
		if (!item) return refuse('no-item');
		const showing = mayShowFeedback(await ruleOf(db, assignment), attempt, now);
		const row = (await savedOf(db, id)).get(itemId);
		if (showing === 'none' || !row) return refuse('no-feedback');
		if (showing === 'fixed' && row.fixed_at === null) {
			const shut = await shutFor(db, attempt, now);
			if (shut) return shut;
			await db
				.updateTable('response')
				.set({ fixed_at: now })
				.where('attempt_id', '=', id)
				.where('item_id', '=', itemId)
				.execute();
		}
		return { ok: true, shown: shown(item, at, row) };
	});
}
