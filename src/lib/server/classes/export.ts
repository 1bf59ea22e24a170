import type { Allowance, Attempt, SavedResponse, Student } from '../storage/tables.ts';
import { isRefusal, studentSeenBy, type Who } from './access.ts';
import type { Ground } from './ground.ts';
import type { Result } from './result.ts';

/** All that is kept about a student, as it is kept; hashes that open something are left out. */
export interface StudentExport {
	student: Omit<Student, 'phrase_hash'>;
	class: { name: string };
	/** Signed-in devices: when they came, and when they were last seen. */
	devices: { created_at: number; seen_at: number }[];
	allowances: Omit<Allowance, 'student_id'>[];
	attempts: (Omit<Attempt, 'student_id'> & {
		assignment: string;
		responses: Omit<SavedResponse, 'attempt_id'>[];
	})[];
}

/** A row without one of its columns. */
const without = <R extends object, K extends keyof R & string>(row: R, column: K): Omit<R, K> =>
	Object.fromEntries(Object.entries(row).filter(([name]) => name !== column)) as Omit<R, K>;

/** All that is kept about a student, for that student and for the teacher. Times are milliseconds UTC. */
export async function exportStudent(
	{ store }: Ground,
	who: Who,
	id: string
): Promise<Result<{ kept: StudentExport }>> {
	return store.read(async (db) => {
		const found = await studentSeenBy(db, who, id);
		if (isRefusal(found)) return found;
		const student = without(found, 'phrase_hash');
		const [ofClass, devices, allowances, attempts, responses] = [
			await db
				.selectFrom('class')
				.select('name')
				.where('id', '=', student.class_id)
				.executeTakeFirstOrThrow(),
			await db
				.selectFrom('student_session')
				.select(['created_at', 'seen_at'])
				.where('student_id', '=', id)
				.execute(),
			await db
				.selectFrom('allowance')
				.select(['assignment_id', 'extra_seconds', 'extra_attempts', 'open_until'])
				.where('student_id', '=', id)
				.execute(),
			await db
				.selectFrom('attempt')
				.innerJoin('assignment', 'assignment.id', 'attempt.assignment_id')
				.selectAll('attempt')
				.select('assignment.title as assignment')
				.where('student_id', '=', id)
				.orderBy('started_at')
				.execute(),
			await db
				.selectFrom('response')
				.innerJoin('attempt', 'attempt.id', 'response.attempt_id')
				.selectAll('response')
				.where('student_id', '=', id)
				.execute()
		];
		const withAnswers = attempts.map((attempt) => ({
			...without(attempt, 'student_id'),
			responses: responses
				.filter(({ attempt_id }) => attempt_id === attempt.id)
				.map((response) => without(response, 'attempt_id'))
		}));
		return {
			ok: true,
			kept: { student, class: ofClass, devices, allowances, attempts: withAnswers }
		};
	});
}
