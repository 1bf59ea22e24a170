import type { Allowance, Student } from '../storage/tables.ts';
import { isRefusal, studentFor, type Who } from './access.ts';
import { locking, type Db, type Ground } from './ground.ts';
import { done, refuse, type Done } from './result.ts';

/** Attempts move behind those that are there: none is lost, and numbers people know stay. */
async function moveAttempts(db: Db, from: string, into: string): Promise<void> {
	const all = await db
		.selectFrom('attempt')
		.select(['id', 'assignment_id', 'student_id', 'n'])
		.where('student_id', 'in', [from, into])
		.orderBy('n')
		.execute();
	const last = new Map<string, number>();
	for (const { assignment_id, student_id, n } of all)
		if (student_id === into) last.set(assignment_id, n);
	for (const { id, assignment_id, student_id } of all) {
		if (student_id === into) continue;
		const n = (last.get(assignment_id) ?? 0) + 1;
		last.set(assignment_id, n);
		await db.updateTable('attempt').set({ student_id: into, n }).where('id', '=', id).execute();
	}
}

/** Of two allowances, the more generous of everything. */
const generous = (one: Allowance, other: Allowance | undefined) => ({
	extra_seconds: Math.max(one.extra_seconds, other?.extra_seconds ?? 0),
	extra_attempts: Math.max(one.extra_attempts, other?.extra_attempts ?? 0),
	open_until:
		one.open_until === null
			? (other?.open_until ?? null)
			: Math.max(one.open_until, other?.open_until ?? 0)
});

async function moveAllowances(db: Db, from: string, into: string): Promise<void> {
	const all = await db
		.selectFrom('allowance')
		.selectAll()
		.where('student_id', 'in', [from, into])
		.execute();
	for (const one of all.filter(({ student_id }) => student_id === from)) {
		const other = all.find(
			({ student_id, assignment_id }) => student_id === into && assignment_id === one.assignment_id
		);
		const values = generous(one, other);
		await db
			.insertInto('allowance')
			.values({ assignment_id: one.assignment_id, student_id: into, ...values })
			.onConflict((conflict) =>
				conflict.columns(['assignment_id', 'student_id']).doUpdateSet(values)
			)
			.execute();
	}
}

/**
 * Makes one student of two of a class, who turned out to be the same person. Attempts, allowances and devices of `from`
 * become those of `into`; the recovery words of `from` end.
 */
export async function mergeStudents(
	{ store }: Ground,
	who: Who,
	from: string,
	into: string
): Promise<Done> {
	if (from === into) return refuse('same-student');
	return store.change(async (db) => {
		const found = new Map<string, Student>();
		// neither begins anything meanwhile; locked in one order, whoever merges
		for (const id of [from, into].sort()) {
			const student = await studentFor(db, who, id, locking(store));
			if (isRefusal(student)) return student;
			found.set(id, student);
		}
		const [gone, stays] = [found.get(from), found.get(into)];
		if (!gone || !stays || gone.class_id !== stays.class_id) return refuse('no-student');
		await moveAttempts(db, from, into);
		await moveAllowances(db, from, into);
		await db
			.updateTable('student_session')
			.set({ student_id: into })
			.where('student_id', '=', from)
			.execute();
		if (stays.joined_at === null)
			await db
				.updateTable('student')
				.set({ joined_at: gone.joined_at })
				.where('id', '=', into)
				.execute();
		await db.deleteFrom('student').where('id', '=', from).execute();
		return done;
	});
}
