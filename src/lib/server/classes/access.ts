import type { Selectable } from 'kysely';
import type { Assignment, Attempt, Class, Schema, Student } from '../storage/tables.ts';
import type { Db, Lock } from './ground.ts';
import { refuse, type Code, type Refusal } from './result.ts';

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

type Kept = Pick<Schema, 'class' | 'student' | 'assignment' | 'attempt'>;

/** A row by its id, whosever it is. */
const rowOf = <T extends keyof Kept>(
	db: Db,
	table: T,
	id: string,
	lock: Lock
): Promise<Selectable<Kept[T]> | undefined> =>
	lock(
		db
			.selectFrom(table as 'class')
			.selectAll()
			.where('id', '=', id)
	).executeTakeFirst() as Promise<Selectable<Kept[T]> | undefined>;

/** A class for its teacher. `lock`: nobody else changes it, or who is in it, before the transaction ends. */
export async function classFor(
	db: Db,
	who: Who,
	id: string,
	lock = unlocked
): Promise<Class | Refusal> {
	const found = await rowOf(db, 'class', id, lock);
	return found && teaches(who, found) ? found : refuse('no-class');
}

/** A class for its teacher, or for one of its students. */
export async function classSeenBy(db: Db, who: Who, id: string): Promise<Class | Refusal> {
	const own = await classFor(db, who, id);
	if (!isRefusal(own)) return own;
	const student = await studentOfClass(db, who, id);
	return isRefusal(student) ? own : ((await rowOf(db, 'class', id, unlocked)) ?? own);
}

/** What was found in a class, for the teacher of that class. */
async function taught<T extends { class_id: string }>(
	db: Db,
	who: Who,
	found: T | undefined,
	code: Code
): Promise<T | Refusal> {
	const own = found && (await classFor(db, who, found.class_id));
	return own && !isRefusal(own) ? found : refuse(code);
}

/** A student for the teacher of the class. */
export const studentFor = async (
	db: Db,
	who: Who,
	id: string,
	lock = unlocked
): Promise<Student | Refusal> =>
	taught(db, who, await rowOf(db, 'student', id, lock), 'no-student');

/** A student for the teacher of the class, or for that student. */
export async function studentSeenBy(db: Db, who: Who, id: string): Promise<Student | Refusal> {
	if (!isStudent(who, id)) return studentFor(db, who, id);
	return (await rowOf(db, 'student', id, unlocked)) ?? refuse('no-student');
}

/** An assignment for the teacher of the class. */
export const assignmentFor = async (
	db: Db,
	who: Who,
	id: string,
	lock = unlocked
): Promise<Assignment | Refusal> =>
	taught(db, who, await rowOf(db, 'assignment', id, lock), 'no-assignment');

/** Who acts, as a student of a class. */
export async function studentOfClass(
	db: Db,
	who: Who,
	classId: string,
	lock = unlocked
): Promise<Student | Refusal> {
	const ids = studentIds(who);
	if (ids.length === 0) return refuse('no-class');
	const found = await lock(
		db
			.selectFrom('student')
			.selectAll()
			.where('class_id', '=', classId)
			.where('id', 'in', ids)
			.limit(1)
	).executeTakeFirst();
	return found ?? refuse('no-class');
}

/** An assignment for a student of its class, with that student, who is locked. */
export async function assignmentOfStudent(
	db: Db,
	who: Who,
	id: string,
	lock = unlocked
): Promise<{ assignment: Assignment; student: Student } | Refusal> {
	const assignment = await rowOf(db, 'assignment', id, unlocked);
	const student = assignment && (await studentOfClass(db, who, assignment.class_id, lock));
	return student && !isRefusal(student) ? { assignment, student } : refuse('no-assignment');
}

/** An attempt for the student whose it is. `lock`: against what others do to it in the meantime. */
export async function attemptOfStudent(
	db: Db,
	who: Who,
	id: string,
	lock = unlocked
): Promise<Attempt | Refusal> {
	const found = await rowOf(db, 'attempt', id, lock);
	return found && isStudent(who, found.student_id) ? found : refuse('no-attempt');
}

/** An attempt for its student or for the teacher. */
export async function attemptSeenBy(db: Db, who: Who, id: string): Promise<Attempt | Refusal> {
	const found = await rowOf(db, 'attempt', id, unlocked);
	if (!found) return refuse('no-attempt');
	if (isStudent(who, found.student_id)) return found;
	const own = await assignmentFor(db, who, found.assignment_id);
	return isRefusal(own) ? refuse('no-attempt') : found;
}

export const isRefusal = (value: object): value is Refusal => 'ok' in value && value.ok === false;
