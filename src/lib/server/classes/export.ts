import type { Allowance, Attempt, SavedResponse, Student } from '../storage/tables.ts';
import { isRefusal, studentFor, studentSeenBy, type Who } from './access.ts';
import { lastUntilOf } from './allowances.ts';
import { mayShowFeedback } from './feedback.ts';
import type { Ground } from './ground.ts';
import type { Result } from './result.ts';

/** All that is kept about a student, as it is kept; hashes that open something are left out. */
export interface StudentExport {
	student: Omit<Student, 'phrase_hash'>;
	class: { name: string };
	/** Signed-in devices: when they came, and when they were last seen. */
	devices: { created_at: number; seen_at: number }[];
	allowances: Omit<Allowance, 'student_id'>[];
	attempts: (Partial<Omit<Attempt, 'student_id'>> & {
		assignment: string;
		/** What is left out of this attempt for now, and why. */
		withheld?: string;
		responses: Partial<Omit<SavedResponse, 'attempt_id'>>[];
	})[];
}

/** What names the questions, and so leads to their keys, or says how they were answered. */
const telling = ['seed', 'paper', 'score', 'of', 'item_id'];
const withheld =
	'The questions’ names and the marks: they are here once the teacher lets you see what is right.';

/** A row without some of its columns. */
const without = <R extends object, K extends string>(row: R, ...columns: K[]): Omit<R, K> =>
	Object.fromEntries(
		Object.entries(row).filter(([name]) => !(columns as string[]).includes(name))
	) as Omit<R, K>;

/**
 * All that is kept about a student, for that student and for the teacher; for the student without what tells keys or marks
 * before the feedback rule does. Times are milliseconds UTC.
 */
export async function exportStudent(
	{ store, now }: Ground,
	who: Who,
	id: string
): Promise<Result<{ kept: StudentExport }>> {
	return store.read(async (db) => {
		const found = await studentSeenBy(db, who, id);
		if (isRefusal(found)) return found;
		const student = without(found, 'phrase_hash');
		const byTeacher = !isRefusal(await studentFor(db, who, id));
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
				.select(['title as assignment', 'feedback', 'due_at', 'closed_at'])
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
		const until = await lastUntilOf(
			db,
			attempts.map(({ assignment_id }) => assignment_id)
		);
		const withAnswers = attempts.map(({ feedback, due_at, closed_at, ...attempt }) => {
			const lastUntil = until.get(attempt.assignment_id) ?? null;
			const rule = { feedback, due_at, closed_at, lastUntil };
			const whole = byTeacher || mayShowFeedback(rule, attempt, now()) === 'all';
			const left = whole ? [] : telling;
			return {
				...without(attempt, 'student_id', ...left),
				assignment: attempt.assignment,
				...(!whole && { withheld }),
				responses: responses
					.filter(({ attempt_id }) => attempt_id === attempt.id)
					.map((response) => without(response, 'attempt_id', ...left))
			};
		});
		return {
			ok: true,
			kept: { student, class: ofClass, devices, allowances, attempts: withAnswers }
		};
	});
}
