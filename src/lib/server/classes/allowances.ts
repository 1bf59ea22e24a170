import type { Allowance } from '../storage/tables.ts';
import { assignmentFor, isRefusal, studentFor, type Who } from './access.ts';
import type { GoOn } from './assignments.ts';
import { setEnds } from './ends.ts';
import { locking, type Db, type Ground } from './ground.ts';
import { refuse, type Result } from './result.ts';

/** What one student has beyond the others. */
export interface Extra {
	/** Beside the time limit; 0 to 86,400. */
	seconds: number;
	/** 0 to 20. */
	attempts: number;
	/** A due date of their own, in milliseconds UTC; null: that of all. */
	openUntil: number | null;
}

const fits = (value: number, most: number) =>
	Number.isInteger(value) && value >= 0 && value <= most;

/** Gives a student more time or attempts, also while an attempt is going on, or when its time ran out; nothing of all takes it back. */
export async function setAllowance(
	ground: Ground,
	who: Who,
	assignmentId: string,
	studentId: string,
	{ seconds, attempts, openUntil }: Extra
): Promise<GoOn> {
	const until = openUntil === null || Number.isSafeInteger(openUntil);
	if (!fits(seconds, 86_400) || !fits(attempts, 20) || !until) return refuse('bad-number');
	return ground.store.change(async (db) => {
		const assignment = await assignmentFor(db, who, assignmentId, locking(ground.store));
		if (isRefusal(assignment)) return assignment;
		const student = await studentFor(db, who, studentId);
		if (isRefusal(student) || student.class_id !== assignment.class_id) return refuse('no-student');
		const values = {
			extra_seconds: seconds,
			extra_attempts: attempts,
			open_until: openUntil
		};
		await db
			.insertInto('allowance')
			.values({ assignment_id: assignmentId, student_id: studentId, ...values })
			.onConflict((conflict) =>
				conflict.columns(['assignment_id', 'student_id']).doUpdateSet(values)
			)
			.execute();
		return { ok: true, goOn: await setEnds(ground, db, assignment) };
	});
}

/** The allowances of an assignment, for its teacher. */
export async function listAllowances(
	{ store }: Ground,
	who: Who,
	assignmentId: string
): Promise<Result<{ allowances: Allowance[] }>> {
	return store.read(async (db) => {
		const assignment = await assignmentFor(db, who, assignmentId);
		if (isRefusal(assignment)) return assignment;
		const allowances = await db
			.selectFrom('allowance')
			.selectAll()
			.where('assignment_id', '=', assignmentId)
			.execute();
		return { ok: true, allowances };
	});
}

/** The latest due dates that students have of their own, by assignment. */
export async function lastUntilOf(
	db: Db,
	assignmentIds: readonly string[]
): Promise<Map<string, number | null>> {
	if (assignmentIds.length === 0) return new Map();
	const rows = await db
		.selectFrom('allowance')
		.select(({ fn }) => ['assignment_id', fn.max('open_until').as('until')])
		.where('assignment_id', 'in', assignmentIds)
		.groupBy('assignment_id')
		.execute();
	return new Map(rows.map(({ assignment_id, until }) => [assignment_id, until]));
}
