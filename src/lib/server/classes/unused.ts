import type { Class } from '../storage/tables.ts';
import type { Db, Ground } from './ground.ts';
import { sweep } from './kept.ts';

/*
 * Nothing about students is kept for ever: a class that nobody uses is deleted, after its teacher was told. It is in use
 * when its teacher opens it or one of its students comes.
 */

const dayMillis = 24 * 60 * 60_000;
/** Between telling and deleting, at least. */
export const noticeDays = 30;
const noticeMillis = noticeDays * dayMillis;

/** A month is taken as 31 days, so that nothing goes before it is due. */
const keptMillis = (months: number): number => months * 31 * dayMillis;

/** Whether it is worth a write to say that the class is used now. */
export const isStale = ({ used_at, warned_at }: Class, now: number): boolean =>
	warned_at !== null || now - used_at > dayMillis;

/** Says that a class is used now, to the day; it will not be deleted. */
export async function useClass(db: Db, id: string, now: number): Promise<void> {
	await db
		.updateTable('class')
		.set({ used_at: now, warned_at: null })
		.where('id', '=', id)
		.where((eb) => eb.or([eb('used_at', '<', now - dayMillis), eb('warned_at', 'is not', null)]))
		.execute();
}

/** When a class will be deleted unless somebody uses it, in milliseconds UTC; null while that is not settled. */
export const deletedAt = (
	{ used_at, warned_at }: Pick<Class, 'used_at' | 'warned_at'>,
	months: number
): number | null =>
	warned_at === null ? null : Math.max(used_at + keptMillis(months), warned_at + noticeMillis);

/**
 * Deletes the classes that nobody has used for so many months, and whose teachers were told at least a month before.
 * @returns the classes whose teachers are to be told now: each is returned once, to one instance
 */
export async function sweepUnused({ store, now }: Ground, months: number): Promise<Class[]> {
	const at = now();
	const due = at - keptMillis(months);
	return store.erase(async (db) => {
		await db.updateTable('class').set({ used_at: at }).where('used_at', '=', 0).execute();
		const gone = await db
			.deleteFrom('class')
			.where('used_at', '<', due)
			.where('warned_at', '<', at - noticeMillis)
			.returning('id')
			.execute();
		if (gone.length > 0) await sweep(db, store.engine);
		return db
			.updateTable('class')
			.set({ warned_at: at })
			.where('used_at', '<', due + noticeMillis)
			.where('warned_at', 'is', null)
			.returningAll()
			.execute();
	});
}
