import type { Measured } from '#lib/forms/expectation.ts';
import type { Form } from '#lib/forms/form.ts';
import { newId } from '../storage/ids.ts';
import type { Assignment, FeedbackRule } from '../storage/tables.ts';
import { assignmentFor, classFor, classSeenBy, isRefusal, type Who } from './access.ts';
import { checkChoice, type Choice } from './choice.ts';
import { setEnds } from './ends.ts';
import { locking, type Ground } from './ground.ts';
import { keepPaper, readPaper, type PaperLine } from './kept.ts';
import { measuredAt } from './measured.ts';
import { cleanName } from './names.ts';
import { makePaper, settingOf } from './papers.ts';
import { refuse, type Code, type Done, type Refusal, type Result } from './result.ts';
import { newSeed } from './seeds.ts';

/** What can be changed at any time. Times in milliseconds UTC; `seconds` is the time limit. */
export interface Terms {
	title: string;
	opensAt: number | null;
	dueAt: number | null;
	/** 30 to 86,400; null: no limit. */
	seconds: number | null;
	/** 1 to 20. */
	attempts: number;
	feedback: FeedbackRule;
	/** Whether the explainers are offered before the questions. */
	reading: boolean;
}

/** What a teacher says of a new assignment. */
export interface NewAssignment extends Partial<Terms> {
	title: string;
	choice: Choice;
	/** `same`: one paper for all; `each`: an equivalent one for each student. Default: same. */
	paper?: Assignment['paper'];
	/** As the preview had it; default: a new one. */
	seed?: string;
	pinned?: string[];
	swapped?: { out: string; in: string }[];
}

const usual: Omit<Terms, 'title'> = {
	opensAt: null,
	dueAt: null,
	seconds: null,
	attempts: 1,
	feedback: 'submitted',
	reading: false
};
const longestTitle = 120;
const within = (value: number, least: number, most: number) =>
	Number.isInteger(value) && value >= least && value <= most;

function problemOf(terms: Terms): Code | undefined {
	const { title, opensAt, dueAt, seconds, attempts, feedback } = terms;
	const times = [opensAt, dueAt].filter((time) => time !== null);
	if (!cleanName(title, longestTitle)) return 'bad-title';
	if (seconds !== null && !within(seconds, 30, 86_400)) return 'bad-number';
	if (!within(attempts, 1, 20) || !times.every(Number.isSafeInteger)) return 'bad-number';
	if (feedback === 'due' && dueAt === null) return 'no-due';
	return opensAt !== null && dueAt !== null && dueAt <= opensAt ? 'bad-times' : undefined;
}

const columnsOf = (terms: Terms) => ({
	title: cleanName(terms.title, longestTitle) ?? '',
	opens_at: terms.opensAt,
	due_at: terms.dueAt,
	seconds: terms.seconds,
	attempts: terms.attempts,
	feedback: terms.feedback,
	reading: Number(terms.reading)
});

const termsOf = (row: Assignment): Terms => ({
	title: row.title,
	opensAt: row.opens_at,
	dueAt: row.due_at,
	seconds: row.seconds,
	attempts: row.attempts,
	feedback: row.feedback,
	reading: row.reading === 1
});

/** The paper of a new assignment, to be looked at before there is one; refused when the bank cannot give it. */
export function preview(
	ground: Ground,
	{
		choice,
		seed,
		pinned = [],
		swapped = [],
		feedback = usual.feedback
	}: Omit<NewAssignment, 'title'>,
	measured?: Measured
): Result<{ form: Form }> {
	const checked = checkChoice(choice, ground.content());
	if (isRefusal(checked)) return checked;
	const setting = { choice: checked, pinned, swapped, feedback };
	const form = makePaper(ground, setting, seed ?? newSeed(), measured);
	if (!form || form.items.length === 0) return refuse('nothing-to-ask');
	if (form.items.length < checked.length) return refuse('too-few');
	const isOn = (id: string) => form.items.some(({ item }) => item.id === id);
	if (!pinned.every(isOn)) return refuse('no-fit');
	return { ok: true, form };
}

/** Makes an assignment of a class; its paper, when it is the same for all, is set now and stays. */
export async function createAssignment(
	ground: Ground,
	who: Who,
	classId: string,
	wanted: NewAssignment
): Promise<Result<{ assignment: Assignment }>> {
	const terms = { ...usual, ...wanted };
	const problem = problemOf(terms);
	if (problem) return refuse(problem);
	const created_at = ground.now();
	if (terms.dueAt !== null && terms.dueAt <= created_at) return refuse('bad-times');
	const seen = preview(ground, wanted, await measuredAt(ground, created_at));
	if (!seen.ok) return seen;
	const row: Assignment = {
		id: newId(),
		class_id: classId,
		...columnsOf(terms),
		choice: JSON.stringify(wanted.choice),
		paper: wanted.paper ?? 'same',
		seed: seen.form.seed,
		pinned: JSON.stringify(wanted.pinned ?? []),
		swapped: JSON.stringify(wanted.swapped ?? []),
		closed_at: null,
		created_at,
		bank_version: ground.content().bank.version,
		set_paper: null
	};
	return ground.store.change(async (db) => {
		const found = await classFor(db, who, classId);
		if (isRefusal(found)) return found;
		const known = await assignmentFor(db, who, row.id);
		if (!isRefusal(known)) return { ok: true, assignment: known };
		await db.insertInto('assignment').values(row).execute();
		if (row.paper === 'each') return { ok: true, assignment: row };
		const lines = await keepPaper(db, ground.store.engine, row.id, seen.form);
		const set_paper = JSON.stringify(lines);
		await db.updateTable('assignment').set({ set_paper }).where('id', '=', row.id).execute();
		return { ok: true, assignment: { ...row, set_paper } };
	});
}

/** The assignments of a class, the newest first, for its teacher and its students. */
export async function listAssignments(
	{ store }: Ground,
	who: Who,
	classId: string
): Promise<Result<{ assignments: Assignment[] }>> {
	return store.read(async (db) => {
		const found = await classSeenBy(db, who, classId);
		if (isRefusal(found)) return found;
		const assignments = await db
			.selectFrom('assignment')
			.selectAll()
			.where('class_id', '=', classId)
			.orderBy('created_at', 'desc')
			.orderBy('id')
			.execute();
		return { ok: true, assignments };
	});
}

/** An assignment for its teacher, with the paper: that of all, or, as an example, one of the equivalent ones. */
export async function getAssignment(
	ground: Ground,
	who: Who,
	id: string
): Promise<Result<{ assignment: Assignment; form: Form }>> {
	const found = await ground.store.read(
		async (db): Promise<Result<{ assignment: Assignment; form?: Form }>> => {
			const assignment = await assignmentFor(db, who, id);
			if (isRefusal(assignment)) return assignment;
			const { set_paper, seed, bank_version: bank } = assignment;
			if (set_paper === null) return { ok: true, assignment };
			const lines = JSON.parse(set_paper) as PaperLine[];
			return { ok: true, assignment, form: await readPaper(db, lines, { module: id, seed, bank }) };
		}
	);
	if (!found.ok) return found;
	const { assignment } = found;
	const measured = found.form ? undefined : await measuredAt(ground, assignment.created_at);
	const form = found.form ?? makePaper(ground, settingOf(assignment), assignment.seed, measured);
	return form ? { ok: true, assignment, form } : refuse('nothing-to-ask');
}

/** How many attempts go on that had been ended. */
export type GoOn = Result<{ goOn: number }>;

/** Changes terms; attempts get their new end, see `setEnds`. */
export async function changeTerms(
	ground: Ground,
	who: Who,
	id: string,
	wanted: Partial<Terms>
): Promise<GoOn> {
	return change(ground, who, id, (row) => {
		const terms = { ...termsOf(row), ...wanted };
		const problem = problemOf(terms);
		return problem ? refuse(problem) : columnsOf(terms);
	});
}

/** Closes an assignment now: what was saved counts, nothing more is taken. */
export const closeAssignment = async (ground: Ground, who: Who, id: string): Promise<Done> =>
	change(ground, who, id, ({ closed_at }) => ({ closed_at: closed_at ?? ground.now() }));

/** Opens it again, with another due date if the old one is over. Papers that nobody handed in go on. */
export const reopenAssignment = async (
	ground: Ground,
	who: Who,
	id: string,
	dueAt: number | null
): Promise<GoOn> =>
	change(ground, who, id, (row) => {
		const problem = problemOf({ ...termsOf(row), dueAt });
		if (problem) return refuse(problem);
		return dueAt !== null && dueAt <= ground.now()
			? refuse('bad-times')
			: { closed_at: null, due_at: dueAt };
	});

async function change(
	ground: Ground,
	who: Who,
	id: string,
	columns: (row: Assignment) => Partial<Assignment> | Refusal
): Promise<GoOn> {
	return ground.store.change(async (db) => {
		const row = await assignmentFor(db, who, id, locking(ground.store));
		if (isRefusal(row)) return row;
		const changed = columns(row);
		if (isRefusal(changed)) return changed;
		await db.updateTable('assignment').set(changed).where('id', '=', id).execute();
		return { ok: true, goOn: await setEnds(ground, db, { ...row, ...changed }) };
	});
}
