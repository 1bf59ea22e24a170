import { readResponses } from '#lib/marking/read.ts';
import type { Response } from '#lib/marking/response.ts';
import type { Attempt, SavedResponse } from '../storage/tables.ts';
import { attemptOfStudent, isRefusal, type Who } from './access.ts';
import { formOf } from './sitting.ts';
import { locking, type Db, type Ground } from './ground.ts';
import { refuse, type Refusal, type Result } from './result.ts';
import { shutFor } from './shut.ts';

/** An answer as it comes from a page. */
export interface Answer {
	attempt: string;
	/** Its id, or its number on the paper, 1-based. */
	item: string | number;
	/** Fields as the form of the page names them: `q3`, `q3-a`, with the item's number on this paper. */
	fields: readonly (readonly [name: string, value: string])[];
	/** The version that was on the page when it was answered; 0 when there was none. */
	base: number;
}

/** An answer that stands. */
export interface Saved {
	version: number;
	response: Response;
	savedAt: number;
}

const savedFrom = ({ version, given, saved_at }: SavedResponse): Saved => ({
	version,
	response: JSON.parse(given) as Response,
	savedAt: saved_at
});

/** Reads the fields of one item as JSON in which equal answers are equal. */
async function readAnswer(db: Db, attempt: Attempt, { item, fields }: Answer) {
	const form = await formOf(db, attempt);
	const at = form.items.findIndex((entry, at) => entry.item.id === item || at + 1 === item);
	const id = form.items[at]?.item.id;
	if (id === undefined) return refuse('no-item');
	const number = at + 1;
	const { responses, problems } = readResponses(form, fields, [number]);
	const [problem] = problems;
	if (problem) return refuse('unreadable', { sentence: problem.message });
	return { id, given: JSON.stringify(responses[at]) };
}

const standing = (db: Db, attempt: string, item: string) =>
	db
		.selectFrom('response')
		.selectAll()
		.where('attempt_id', '=', attempt)
		.where('item_id', '=', item)
		.executeTakeFirst();

/** A save that is refused because another answer stands: with that answer. */
export type Conflict = Refusal & { stands: Saved };

/**
 * Saves one answer, durably when this returns. Saving the same again (the reply was lost) is acknowledged and counts
 * once; saving another answer on an old version is a conflict and changes nothing.
 */
export async function saveAnswer(
	ground: Ground,
	who: Who,
	answer: Answer
): Promise<Result<{ saved: Saved; attempt: Attempt }> | Conflict> {
	return ground.store.change(async (db) => {
		const attempt = await attemptOfStudent(db, who, answer.attempt, locking(ground.store));
		if (isRefusal(attempt)) return attempt;
		const read = await readAnswer(db, attempt, answer);
		if (isRefusal(read)) return read;
		const old = await standing(db, attempt.id, read.id);
		// what stands already is acknowledged, also after the end: it was saved before
		if (old?.given === read.given) return { ok: true, saved: savedFrom(old), attempt };
		const now = ground.now();
		const shut =
			(await shutFor(db, attempt, now)) ?? (old && old.fixed_at !== null && refuse('fixed'));
		if (shut) return shut;
		if ((old?.version ?? 0) !== answer.base && old)
			return { ...refuse('conflict'), stands: savedFrom(old) };
		const row = {
			attempt_id: attempt.id,
			item_id: read.id,
			given: read.given,
			version: (old?.version ?? 0) + 1,
			saved_at: now,
			fixed_at: null
		};
		await db
			.insertInto('response')
			.values(row)
			.onConflict((conflict) => conflict.columns(['attempt_id', 'item_id']).doUpdateSet(row))
			.execute();
		return { ok: true, saved: savedFrom(row), attempt };
	});
}
