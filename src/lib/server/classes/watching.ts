import type { Form } from '#lib/forms/form.ts';
import type { Response } from '#lib/marking/response.ts';
import type { Assignment, Attempt, Student } from '../storage/tables.ts';
import { assignmentFor, isRefusal, type Who } from './access.ts';
import { formOf, savedOf } from './sitting.ts';
import { locking, type Db, type Ground } from './ground.ts';
import type { PaperLine } from './kept.ts';
import { refuse, type Result } from './result.ts';
import { settle } from './submit.ts';

/** Where one student is with an assignment. */
export interface Progress {
	student: string;
	name: string;
	joined: boolean;
	/** The latest attempt; null: not begun. */
	attempt: string | null;
	n: number | null;
	/** How many items have an answer, of how many. */
	answered: number;
	items: number;
	/** Number on the paper of the item that was answered last; null: none yet. */
	at: number | null;
	/** When the last answer came, or the attempt began. */
	lastAt: number | null;
	endsAt: number | null;
	submittedAt: number | null;
	score: number | null;
	of: number | null;
}

const byAttempt = <T extends { attempt_id: string }>(rows: T[]) =>
	new Map(rows.map((row) => [row.attempt_id, row]));

/** Who has joined, is how far, has handed in: for the teacher, in four queries. */
export async function progressOf(
	{ store }: Ground,
	who: Who,
	assignmentId: string
): Promise<Result<{ assignment: Assignment; progress: Progress[] }>> {
	return store.read(async (db) => {
		const assignment = await assignmentFor(db, who, assignmentId);
		if (isRefusal(assignment)) return assignment;
		const students = await db
			.selectFrom('student')
			.selectAll()
			.where('class_id', '=', assignment.class_id)
			.orderBy('name_key')
			.execute();
		const attempts = await db
			.selectFrom('attempt')
			.selectAll()
			.where('assignment_id', '=', assignmentId)
			.orderBy('n')
			.execute();
		const counts = await db
			.selectFrom('response')
			.innerJoin('attempt', 'attempt.id', 'response.attempt_id')
			.select(({ fn }) => [
				'attempt_id',
				fn.countAll<number>().as('answered'),
				fn.max('saved_at').as('last')
			])
			.where('assignment_id', '=', assignmentId)
			.groupBy('attempt_id')
			.execute();
		const lasts = await lastItems(db, assignmentId);
		const latest = new Map(attempts.map((attempt) => [attempt.student_id, attempt]));
		const counted = byAttempt(counts);
		const progress = students.map((student) => {
			const attempt = latest.get(student.id);
			const count = attempt && counted.get(attempt.id);
			const item = attempt && lasts.get(attempt.id)?.item_id;
			return line(student, attempt, { answered: count?.answered ?? 0, last: count?.last, item });
		});
		return { ok: true, assignment, progress };
	});
}

/** What was answered last in every attempt of an assignment, by attempt. */
async function lastItems(db: Db, assignmentId: string) {
	const answers = db
		.selectFrom('response')
		.innerJoin('attempt', 'attempt.id', 'response.attempt_id')
		.where('assignment_id', '=', assignmentId);
	const rows = await answers
		.innerJoin(
			answers
				.select(({ fn }) => ['attempt_id as of_attempt', fn.max('saved_at').as('last')])
				.groupBy('attempt_id')
				.as('latest'),
			(join) =>
				join
					.onRef('latest.of_attempt', '=', 'response.attempt_id')
					.onRef('latest.last', '=', 'response.saved_at')
		)
		.select(['attempt_id', 'item_id'])
		.execute();
	return byAttempt(rows);
}

function line(
	{ id, name, joined_at }: Student,
	attempt: Attempt | undefined,
	{
		answered,
		last,
		item
	}: { answered: number; last?: number | undefined; item?: string | undefined }
): Progress {
	const paper = attempt ? (JSON.parse(attempt.paper) as PaperLine[]) : [];
	const at = paper.findIndex((one) => one.id === item) + 1;
	return {
		student: id,
		name,
		joined: joined_at !== null,
		attempt: attempt?.id ?? null,
		n: attempt?.n ?? null,
		answered,
		items: paper.length,
		at: at || null,
		lastAt: last ?? attempt?.started_at ?? null,
		endsAt: attempt?.ends_at ?? null,
		submittedAt: attempt?.submitted_at ?? null,
		score: attempt?.score ?? null,
		of: attempt?.of ?? null
	};
}

/** An attempt with all that results are made from. */
export interface ResultOf {
	student: Student;
	attempt: Attempt;
	form: Form;
	/** In the order of the form; undefined where nothing was saved. */
	responses: (Response | undefined)[];
}

/** Every attempt at an assignment, for its teacher; those whose time is over are handed in first. */
export async function resultsOf(
	ground: Ground,
	who: Who,
	assignmentId: string
): Promise<Result<{ assignment: Assignment; results: ResultOf[] }>> {
	const { store } = ground;
	return store.change(async (db) => {
		const assignment = await assignmentFor(db, who, assignmentId, locking(store));
		if (isRefusal(assignment)) return assignment;
		const students = await db
			.selectFrom('student')
			.selectAll()
			.where('class_id', '=', assignment.class_id)
			.execute();
		const byId = new Map(students.map((student) => [student.id, student]));
		const attempts = await locking(store)(
			db.selectFrom('attempt').selectAll().where('assignment_id', '=', assignmentId).orderBy('id')
		).execute();
		const results: ResultOf[] = [];
		for (const found of attempts) {
			const student = byId.get(found.student_id);
			if (!student) return refuse('no-student');
			const attempt = await settle(db, found, ground.now());
			const form = await formOf(db, attempt);
			const saved = await savedOf(db, attempt.id);
			const responses = form.items.map(({ item }) => {
				const row = saved.get(item.id);
				return row && (JSON.parse(row.given) as Response);
			});
			results.push({ student, attempt, form, responses });
		}
		return { ok: true, assignment, results };
	});
}
