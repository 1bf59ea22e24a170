import { mark } from '#lib/marking/mark.ts';
import type { Response } from '#lib/marking/response.ts';
import type { Attempt } from '../storage/tables.ts';
import { attemptOfStudent, isRefusal, type Who } from './access.ts';
import { formOf, savedOf } from './sitting.ts';
import { locking, type Db, type Ground } from './ground.ts';
import type { Result } from './result.ts';
import { isOver } from './timing.ts';

/** Marks what is saved, and closes the paper. The row must be locked by the transaction. */
async function handIn(db: Db, attempt: Attempt, at: number): Promise<Attempt> {
	const form = await formOf(db, attempt);
	const saved = await savedOf(db, attempt.id);
	const marks = form.items.map(({ item, marks }) => {
		const row = saved.get(item.id);
		return { marks, gained: row ? mark(item, JSON.parse(row.given) as Response).gained : 0 };
	});
	const result = {
		submitted_at: at,
		score: marks.reduce((sum, { gained }) => sum + gained, 0),
		of: marks.reduce((sum, { marks }) => sum + marks, 0)
	};
	await db.updateTable('attempt').set(result).where('id', '=', attempt.id).execute();
	return { ...attempt, ...result };
}

/** Hands in an attempt whose time is over, with what was saved; leaves any other as it is. */
export const settle = async (db: Db, attempt: Attempt, now: number): Promise<Attempt> =>
	attempt.submitted_at === null && isOver(attempt, now)
		? handIn(db, attempt, attempt.ends_at ?? now)
		: attempt;

/** Hands in a paper. Twice, or two at once, give one score: that of the first. */
export async function submitAttempt(
	ground: Ground,
	who: Who,
	id: string
): Promise<Result<{ attempt: Attempt }>> {
	return ground.store.change(async (db) => {
		const attempt = await attemptOfStudent(db, who, id, locking(ground.store));
		if (isRefusal(attempt)) return attempt;
		if (attempt.submitted_at !== null) return { ok: true, attempt };
		const now = ground.now();
		const at = Math.min(now, attempt.ends_at ?? now);
		return { ok: true, attempt: await handIn(db, attempt, at) };
	});
}
