import type { Assignment } from '../storage/tables.ts';
import type { Db } from './ground.ts';
import { endOf } from './timing.ts';

/** Brings the ends of attempts that are going on to what terms and allowances say now. */
export async function setEnds(db: Db, assignment: Assignment): Promise<void> {
	const running = await db
		.selectFrom('attempt')
		.select(['id', 'student_id', 'started_at', 'ends_at'])
		.where('assignment_id', '=', assignment.id)
		.where('submitted_at', 'is', null)
		.execute();
	const allowances = await db
		.selectFrom('allowance')
		.selectAll()
		.where('assignment_id', '=', assignment.id)
		.execute();
	const extra = new Map(allowances.map((one) => [one.student_id, one]));
	for (const { id, student_id, started_at, ends_at: old } of running) {
		const ends_at = endOf(assignment, extra.get(student_id), started_at);
		if (ends_at !== old)
			await db.updateTable('attempt').set({ ends_at }).where('id', '=', id).execute();
	}
}
