import type { Assignment } from '../storage/tables.ts';
import { locking, type Db, type Ground } from './ground.ts';
import { endOf, wasEnded } from './timing.ts';

/**
 * Brings the ends of attempts to what terms and allowances say now. One that closing, the due date or the time limit ended
 * goes on where that no longer lies behind it: only who handed in a paper, or began another since, is done with it.
 * @returns how many of those that were ended go on
 */
export async function setEnds(
	{ store, now }: Ground,
	db: Db,
	assignment: Assignment
): Promise<number> {
	const attempts = await locking(store)(
		db.selectFrom('attempt').selectAll().where('assignment_id', '=', assignment.id).orderBy('n')
	).execute();
	const allowances = await db
		.selectFrom('allowance')
		.selectAll()
		.where('assignment_id', '=', assignment.id)
		.execute();
	const extra = new Map(allowances.map((one) => [one.student_id, one]));
	const last = new Map(attempts.map((one) => [one.student_id, one]));
	let again = 0;
	for (const attempt of last.values()) {
		const { id, student_id, started_at, ends_at: old, submitted_at } = attempt;
		const ends_at = endOf(assignment, extra.get(student_id), started_at);
		if (ends_at === old) continue;
		const goesOn = wasEnded(attempt) && (ends_at === null || ends_at > now());
		if (submitted_at !== null && !goesOn) continue;
		const open = { submitted_at: null, score: null, of: null };
		await db
			.updateTable('attempt')
			.set({ ends_at, ...(goesOn && open) })
			.where('id', '=', id)
			.execute();
		if (goesOn) again++;
	}
	return again;
}
