import type { Form } from '#lib/forms/form.ts';
import { newId } from '../storage/ids.ts';
import type { Allowance, Assignment, Attempt, SavedResponse } from '../storage/tables.ts';
import { assignmentOfStudent, attemptSeenBy, isRefusal, type Who } from './access.ts';
import { locking, type Db, type Ground, type Lock } from './ground.ts';
import { keepPaper, type PaperLine } from './kept.ts';
import { makePaper, settingOf } from './papers.ts';
import { refuse, type Refusal, type Result } from './result.ts';
import { serverSecret } from './secret.ts';
import { seedFor } from './seeds.ts';
import { endOf, shutAt } from './timing.ts';
import { formOf, savedOf } from './sitting.ts';
import { settle } from './submit.ts';

const allowanceOf = (db: Db, assignmentId: string, studentId: string) =>
	db
		.selectFrom('allowance')
		.selectAll()
		.where('assignment_id', '=', assignmentId)
		.where('student_id', '=', studentId)
		.executeTakeFirst();

const attemptsOf = (db: Db, lock: Lock, assignmentId: string, studentId: string) =>
	lock(
		db
			.selectFrom('attempt')
			.selectAll()
			.where('assignment_id', '=', assignmentId)
			.where('student_id', '=', studentId)
			.orderBy('n')
	).execute();

/** Where a student stands with an assignment. */
export interface Standing {
	assignment: Assignment;
	allowance: Allowance | undefined;
	/** All of this student, the first first. */
	attempts: Attempt[];
	/** Why none can be begun now; undefined when one can, or when one is going on. */
	shut: Refusal | undefined;
	/** The one that is going on. */
	running: Attempt | undefined;
}

async function standingIn(
	{ now, store }: Ground,
	db: Db,
	assignment: Assignment,
	studentId: string
): Promise<Standing> {
	const allowance = await allowanceOf(db, assignment.id, studentId);
	const attempts: Attempt[] = [];
	for (const one of await attemptsOf(db, locking(store), assignment.id, studentId))
		attempts.push(await settle(db, one, now()));
	const running = attempts.find(({ submitted_at }) => submitted_at === null);
	const allowed = assignment.attempts + (allowance?.extra_attempts ?? 0);
	const shut =
		shutAt(assignment, allowance, now()) ??
		(attempts.length >= allowed ? refuse('no-attempts-left') : undefined);
	return { assignment, allowance, attempts, running, shut: running ? undefined : shut };
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
		return {
			ok: true,
			standing: await standingIn(ground, db, found.assignment, found.student.id)
		};
	});
}

/** The lines of an attempt's paper: that of all, or one of its own from the bank as it is now. */
async function paperFor(
	ground: Ground,
	db: Db,
	assignment: Assignment,
	seed: string
): Promise<PaperLine[] | Refusal> {
	if (assignment.set_paper !== null) return JSON.parse(assignment.set_paper) as PaperLine[];
	const form = makePaper(ground, settingOf(assignment), seed);
	if (!form || form.items.length === 0) return refuse('nothing-to-ask');
	return keepPaper(db, ground.store.engine, assignment.id, form);
}

/** Begins an attempt, or answers the one that is going on: starting twice at once gives one. */
export async function startAttempt(
	ground: Ground,
	who: Who,
	assignmentId: string
): Promise<Result<{ attempt: Attempt }>> {
	const secret = await serverSecret(ground);
	const id = newId();
	return ground.store.change(async (db) => {
		const found = await assignmentOfStudent(db, who, assignmentId, locking(ground.store));
		if (isRefusal(found)) return found;
		const { assignment, student } = found;
		const standing = await standingIn(ground, db, assignment, student.id);
		const { running, shut, attempts, allowance } = standing;
		if (running) return { ok: true, attempt: running };
		if (shut) return shut;
		const n = (attempts.at(-1)?.n ?? 0) + 1;
		const own = assignment.paper === 'each';
		const seed = own ? seedFor(secret, assignmentId, student.id, n) : assignment.seed;
		const lines = await paperFor(ground, db, assignment, seed);
		if (isRefusal(lines)) return lines;
		const started_at = ground.now();
		const attempt: Attempt = {
			id,
			assignment_id: assignmentId,
			student_id: student.id,
			n,
			seed,
			paper: JSON.stringify(lines),
			started_at,
			ends_at: endOf(assignment, allowance, started_at),
			submitted_at: null,
			score: null,
			of: null
		};
		await db.insertInto('attempt').values(attempt).execute();
		return { ok: true, attempt };
	});
}

/** An attempt with its paper and what is saved. The form has keys: pages show `candidateForm(form)`. */
export interface Sitting {
	attempt: Attempt;
	assignment: Assignment;
	form: Form;
	/** By item id. */
	saved: Map<string, SavedResponse>;
}

/** An attempt for its student or for the teacher. */
export async function getAttempt(
	ground: Ground,
	who: Who,
	id: string
): Promise<Result<{ sitting: Sitting }>> {
	return ground.store.read(async (db) => {
		const attempt = await attemptSeenBy(db, who, id);
		if (isRefusal(attempt)) return attempt;
		const assignment = await db
			.selectFrom('assignment')
			.selectAll()
			.where('id', '=', attempt.assignment_id)
			.executeTakeFirstOrThrow();
		const form = await formOf(db, attempt);
		return { ok: true, sitting: { attempt, assignment, form, saved: await savedOf(db, id) } };
	});
}
