import type { Assignment, Attempt, Class, Student } from '../storage/tables.ts';
import type { Db, Lock } from './ground.ts';
import { refuse, type Refusal } from './result.ts';

/** Who acts, by what their browser showed. */
export type Actor = { teacher: string } | { link: string } | { student: string } | { nobody: true };
/** A browser can be several: a signed-in teacher that holds links, a student of two classes. */
export type Who = Actor | readonly Actor[];
export const nobody: Actor = { nobody: true };

const actors = (who: Who): readonly Actor[] => ('length' in who ? who : [who]);

/** Whether the class is theirs: by account, or by the private link while nobody owns it. */
export const teaches = (who: Who, { id, owner_id }: Pick<Class, 'id' | 'owner_id'>): boolean =>
	actors(who).some((actor) =>
		'teacher' in actor
			? owner_id === actor.teacher
			: 'link' in actor && owner_id === null && actor.link === id
	);

export const isStudent = (who: Who, id: string): boolean =>
	actors(who).some((actor) => 'student' in actor && actor.student === id);

export const studentIds = (who: Who): string[] =>
	actors(who).flatMap((actor) => ('student' in actor ? [actor.student] : []));

export const teacherIds = (who: Who): string[] =>
	actors(who).flatMap((actor) => ('teacher' in actor ? [actor.teacher] : []));

export const linkIds = (who: Who): string[] =>
	actors(who).flatMap((actor) => ('link' in actor ? [actor.link] : []));

/*
 * What follows is the one place where it is decided whose something is. What is not yours is not there: both are said
 * alike, so that nothing can be learnt from guessed ids.
 */

const unlocked: Lock = (query) => query;

/** A class for its teacher. `lock`: nobody else changes it, or who is in it, before the transaction ends. */
export async function classFor(
	db: Db,
	who: Who,
	id: string,
	lock = unlocked
): Promise<Class | Refusal> {
	const found = await lock(
		db.selectFrom('class').selectAll().where('id', '=', id)
	).executeTakeFirst();
	return found && teaches(who, found) ? found : refuse('no-class');
}

/** A class for its teacher, or for one of its students. */
export async function classSeenBy(db: Db, who: Who, id: string): Promise<Class | Refusal> {
	const own = await classFor(db, who, id);
	if (!isRefusal(own)) return own;
	const ids = studentIds(who);
	if (ids.length === 0) return own;
	const found = await db
		.selectFrom('class')
		.innerJoin('student', 'student.class_id', 'class.id')
		.selectAll('class')
		.where('class.id', '=', id)
		.where('student.id', 'in', ids)
		.executeTakeFirst();
	return found ?? own;
}

/** A student for the teacher of the class. */
export async function studentFor(
	db: Db,
	who: Who,
	id: string,
	lock = unlocked
): Promise<Student | Refusal> {
	const found = await lock(
		db.selectFrom('student').selectAll().where('id', '=', id)
	).executeTakeFirst();
	const own = found && (await classFor(db, who, found.class_id));
	return own && !isRefusal(own) && found ? found : refuse('no-student');
}

/** A student for the teacher of the class, or for that student. */
export async function studentSeenBy(db: Db, who: Who, id: string): Promise<Student | Refusal> {
	if (!isStudent(who, id)) return studentFor(db, who, id);
	const found = await db.selectFrom('student').selectAll().where('id', '=', id).executeTakeFirst();
	return found ?? refuse('no-student');
}

/** An assignment for the teacher of the class. */
export async function assignmentFor(
	db: Db,
	who: Who,
	id: string,
	lock = unlocked
): Promise<Assignment | Refusal> {
	const found = await lock(
		db.selectFrom('assignment').selectAll().where('id', '=', id)
	).executeTakeFirst();
	const own = found && (await classFor(db, who, found.class_id));
	return own && !isRefusal(own) && found ? found : refuse('no-assignment');
}

/** An assignment for a student of its class, with that student, who is locked. */
export async function assignmentOfStudent(
	db: Db,
	who: Who,
	id: string,
	lock = unlocked
): Promise<{ assignment: Assignment; student: Student } | Refusal> {
	const ids = studentIds(who);
	const assignment = await db
		.selectFrom('assignment')
		.selectAll()
		.where('id', '=', id)
		.executeTakeFirst();
	if (!assignment || ids.length === 0) return refuse('no-assignment');
	const student = await lock(
		db
			.selectFrom('student')
			.selectAll()
			.where('class_id', '=', assignment.class_id)
			.where('id', 'in', ids)
			.limit(1)
	).executeTakeFirst();
	return student ? { assignment, student } : refuse('no-assignment');
}

/** An attempt for the student whose it is. `lock`: against what others do to it in the meantime. */
export async function attemptOfStudent(
	db: Db,
	who: Who,
	id: string,
	lock = unlocked
): Promise<Attempt | Refusal> {
	const found = await lock(attemptQuery(db, id)).executeTakeFirst();
	return found && isStudent(who, found.student_id) ? found : refuse('no-attempt');
}

/** An attempt for its student or for the teacher. */
export async function attemptSeenBy(db: Db, who: Who, id: string): Promise<Attempt | Refusal> {
	const found = await attemptQuery(db, id).executeTakeFirst();
	if (!found) return refuse('no-attempt');
	if (isStudent(who, found.student_id)) return found;
	const own = await assignmentFor(db, who, found.assignment_id);
	return isRefusal(own) ? refuse('no-attempt') : found;
}

const attemptQuery = (db: Db, id: string) =>
	db.selectFrom('attempt').selectAll().where('id', '=', id);

export const isRefusal = (value: object): value is Refusal => 'ok' in value && value.ok === false;
