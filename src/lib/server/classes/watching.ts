import type { Form } from '#lib/forms/form.ts';
import { emptyResponses, type Response } from '#lib/marking/response.ts';
import type { Assignment, Attempt, Student } from '../storage/tables.ts';
import { assignmentFor, isRefusal, type Who } from './access.ts';
import { formOf } from './sitting.ts';
import { locking, type Db, type Ground } from './ground.ts';
import type { PaperLine } from './kept.ts';
import { refuse, type Result } from './result.ts';
import { settle } from './submit.ts';
import { graceMillis } from './timing.ts';

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

/** Answers that were taken back, as they are kept. */
const nothing = emptyResponses.map((one) => JSON.stringify(one));

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
				fn.countAll<number>().filterWhere('given', 'not in', nothing).as('answered'),
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

const attemptsAt = (db: Db, assignmentId: string) =>
	db.selectFrom('attempt').selectAll().where('assignment_id', '=', assignmentId);

/** Hands in the papers whose time is over. Others are not held up: they are locked only where there are such. */
async function settleAll({ store, now }: Ground, assignmentId: string) {
	const over = (db: Db) =>
		attemptsAt(db, assignmentId)
			.where('submitted_at', 'is', null)
			.where('ends_at', '<', now() - graceMillis);
	if (!(await store.read((db) => over(db).executeTakeFirst()))) return;
	await store.change(async (db) => {
		for (const attempt of await locking(store)(over(db)).execute())
			await settle(db, attempt, now());
	});
}

/** Every attempt at an assignment, for its teacher; those whose time is over are handed in first. */
export async function resultsOf(
	ground: Ground,
	who: Who,
	assignmentId: string
): Promise<Result<{ assignment: Assignment; results: ResultOf[] }>> {
	const { store } = ground;
	const assignment = await store.read((db) => assignmentFor(db, who, assignmentId));
	if (isRefusal(assignment)) return assignment;
	await settleAll(ground, assignmentId);
	return store.read(async (db) => {
		const students = await db
			.selectFrom('student')
			.selectAll()
			.where('class_id', '=', assignment.class_id)
			.execute();
		const byId = new Map(students.map((student) => [student.id, student]));
		const attempts = await attemptsAt(db, assignmentId).orderBy('id').execute();
		const rows = await db
			.selectFrom('response')
			.innerJoin('attempt', 'attempt.id', 'response.attempt_id')
			.select(['attempt_id', 'item_id', 'given'])
			.where('assignment_id', '=', assignmentId)
			.execute();
		const given = new Map(rows.map((row) => [`${row.attempt_id} ${row.item_id}`, row.given]));
		const results: ResultOf[] = [];
		for (const attempt of attempts) {
			const student = byId.get(attempt.student_id);
			if (!student) return refuse('no-student');
			const form = await formOf(db, attempt);
			const responses = form.items.map(({ item }) => {
				const text = given.get(`${attempt.id} ${item.id}`);
				return text === undefined ? undefined : (JSON.parse(text) as Response);
			});
			results.push({ student, attempt, form, responses });
		}
		return { ok: true, assignment, results };
	});
}
