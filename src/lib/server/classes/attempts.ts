import type { Measured } from '#lib/forms/expectation.ts';
import type { Form } from '#lib/forms/form.ts';
import { newId } from '../storage/ids.ts';
import type { Assignment, Attempt, SavedResponse } from '../storage/tables.ts';
import { assignmentOfStudent, attemptSeenBy, isRefusal, type Who } from './access.ts';
import { locking, type Db, type Ground } from './ground.ts';
import { keepPaper, type PaperLine } from './kept.ts';
import { measuredFor } from './measured.ts';
import { makePaper, settingOf } from './papers.ts';
import { refuse, type Refusal, type Result } from './result.ts';
import { serverSecret } from './secret.ts';
import { seedFor } from './seeds.ts';
import { formOf, savedOf } from './sitting.ts';
import { standingIn } from './standing.ts';
import { endOf } from './timing.ts';

/** The lines of an attempt's paper: that of all, or one of its own from the bank as it is now. */
async function paperFor(
	ground: Ground,
	db: Db,
	assignment: Assignment,
	seed: string,
	measured: Measured
): Promise<PaperLine[] | Refusal> {
	if (assignment.set_paper !== null) return JSON.parse(assignment.set_paper) as PaperLine[];
	const form = makePaper(ground, settingOf(assignment), seed, measured);
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
	const measured = await measuredFor(ground, assignmentId, 'own');
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
		const lines = await paperFor(ground, db, assignment, seed, measured);
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
