import type { Assignment, Attempt } from '../storage/tables.ts';
import type { Db } from './ground.ts';
import { refuse, type Refusal } from './result.ts';
import { isOver, wasEnded } from './timing.ts';

/** Whether it was the teacher's closing that ended an attempt. */
export const endedByClosing = (
	{ ends_at }: Pick<Attempt, 'ends_at'>,
	{ closed_at }: Pick<Assignment, 'closed_at'>
): boolean => closed_at !== null && ends_at === closed_at;

/** Why an attempt takes no answers any more; undefined while it does. What ended it is told also when it is handed in. */
export async function shutFor(db: Db, attempt: Attempt, now: number): Promise<Refusal | undefined> {
	const { submitted_at, ends_at } = attempt;
	if (submitted_at !== null && !wasEnded(attempt)) return refuse('submitted', { at: submitted_at });
	if (submitted_at === null && !isOver(attempt, now)) return undefined;
	const assignment = await db
		.selectFrom('assignment')
		.select('closed_at')
		.where('id', '=', attempt.assignment_id)
		.executeTakeFirstOrThrow();
	const at = ends_at ?? now;
	return refuse(endedByClosing(attempt, assignment) ? 'closed' : 'over', { at });
}
