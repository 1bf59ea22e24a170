import type { Allowance, Assignment, Attempt } from '../storage/tables.ts';
import { assignmentOfStudent, isRefusal, studentOfClass, type Who } from './access.ts';
import { lastUntilOf } from './allowances.ts';
import { locking, type Db, type Ground, type Lock } from './ground.ts';
import { refuse, type Refusal, type Result } from './result.ts';
import { settle } from './submit.ts';
import { isOver, shutAt } from './timing.ts';

/** Where a student stands with an assignment. */
export interface Standing {
	assignment: Assignment;
	allowance: Allowance | undefined;
	/** The latest due date of anybody's own: see `mayShowFeedback`. */
	lastUntil: number | null;
	/** All of this student, the first first. */
	attempts: Attempt[];
	/** Why none can be begun now; undefined when one can, or when one is going on. */
	shut: Refusal | undefined;
	/** The one that is going on. */
	running: Attempt | undefined;
}

type Ids = readonly string[];

const allowancesOf = (db: Db, studentId: string, assignmentIds: Ids) =>
	db
		.selectFrom('allowance')
		.selectAll()
		.where('student_id', '=', studentId)
		.where('assignment_id', 'in', assignmentIds)
		.execute();

const unlocked: Lock = (query) => query;
const attemptsOf = (db: Db, studentId: string, assignmentIds: Ids, lock = unlocked) =>
	lock(
		db
			.selectFrom('attempt')
			.selectAll()
			.where('student_id', '=', studentId)
			.where('assignment_id', 'in', assignmentIds)
			.orderBy('n')
	).execute();

function standingFrom(
	assignment: Assignment,
	allowance: Allowance | undefined,
	lastUntil: number | null,
	attempts: Attempt[],
	now: number
): Standing {
	const running = attempts.find(({ submitted_at }) => submitted_at === null);
	const allowed = assignment.attempts + (allowance?.extra_attempts ?? 0);
	const shut =
		shutAt(assignment, allowance, now) ??
		(attempts.length >= allowed ? refuse('no-attempts-left') : undefined);
	return { assignment, allowance, lastUntil, attempts, running, shut: running ? undefined : shut };
}

/** Where the student stands, in the transaction of whoever asks: an attempt whose time is over is handed in. */
export async function standingIn(
	{ now, store }: Ground,
	db: Db,
	assignment: Assignment,
	studentId: string
): Promise<Standing> {
	const ids = [assignment.id];
	const [allowance] = await allowancesOf(db, studentId, ids);
	const lastUntil = (await lastUntilOf(db, ids)).get(assignment.id) ?? null;
	const attempts: Attempt[] = [];
	for (const one of await attemptsOf(db, studentId, ids, locking(store)))
		attempts.push(await settle(db, one, now()));
	return standingFrom(assignment, allowance, lastUntil, attempts, now());
}

/** Where the student stands; an attempt whose time is over is handed in with what was saved. */
export async function standingOf(
	ground: Ground,
	who: Who,
	assignmentId: string
): Promise<Result<{ standing: Standing }>> {
	return ground.store.change(async (db) => {
		const found = await assignmentOfStudent(db, who, assignmentId, locking(ground.store));
		if (isRefusal(found)) return found;
		const { assignment, student } = found;
		return { ok: true, standing: await standingIn(ground, db, assignment, student.id) };
	});
}

/** All assignments of a class, as they stand in the tables. */
async function standingsIn({ now }: Ground, db: Db, classId: string, studentId: string) {
	const assignments = await db
		.selectFrom('assignment')
		.selectAll()
		.where('class_id', '=', classId)
		.orderBy('created_at', 'desc')
		.orderBy('id')
		.execute();
	if (assignments.length === 0) return [];
	const ids = assignments.map(({ id }) => id);
	const allowances = await allowancesOf(db, studentId, ids);
	const until = await lastUntilOf(db, ids);
	const attempts = Map.groupBy(
		await attemptsOf(db, studentId, ids),
		({ assignment_id }) => assignment_id
	);
	return assignments.map((assignment) => {
		const allowance = allowances.find((one) => one.assignment_id === assignment.id);
		const own = attempts.get(assignment.id) ?? [];
		return standingFrom(assignment, allowance, until.get(assignment.id) ?? null, own, now());
	});
}

/**
 * Where the student stands with all assignments of a class, the newest first, in five queries; only when the time of an
 * attempt is over is anything changed: that attempt is handed in.
 */
export async function standingsOf(
	ground: Ground,
	who: Who,
	classId: string
): Promise<Result<{ standings: Standing[] }>> {
	const found = await ground.store.read(async (db) => {
		const student = await studentOfClass(db, who, classId);
		return isRefusal(student) ? student : standingsIn(ground, db, classId, student.id);
	});
	if (isRefusal(found)) return found;
	const standings: Standing[] = [];
	for (const standing of found) {
		const { running, assignment } = standing;
		const isLate = running && isOver(running, ground.now());
		const settled = isLate && (await standingOf(ground, who, assignment.id));
		standings.push(settled && settled.ok ? settled.standing : standing);
	}
	return { ok: true, standings };
}
