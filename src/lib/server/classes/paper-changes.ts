import type { Measured } from '#lib/forms/expectation.ts';
import type { Form } from '#lib/forms/form.ts';
import type { Item } from '#lib/items/item.ts';
import type { Assignment } from '../storage/tables.ts';
import { assignmentFor, isRefusal, type Who } from './access.ts';
import { getAssignment } from './assignments.ts';
import { locking, type Ground } from './ground.ts';
import { keepPaper } from './kept.ts';
import { alternatives, makePaper, settingOf, type Setting } from './papers.ts';
import { measuredFor } from './measured.ts';
import { newSeed } from './seeds.ts';
import { refuse, type Result } from './result.ts';

/** A change of what is on the paper of an assignment, before anybody has begun. */
export type PaperChange =
	{ swap: string; for: string } | { pin: string } | { unpin: string } | { redraw: true };

const changes = (
	setting: Setting,
	change: PaperChange
): Pick<Setting, 'pinned' | 'swapped'> | undefined => {
	const { pinned, swapped } = setting;
	if ('swap' in change)
		return pinned.includes(change.swap)
			? undefined
			: { pinned, swapped: [...swapped, { out: change.swap, in: change.for }] };
	if ('pin' in change) return { swapped, pinned: [...new Set([...pinned, change.pin])] };
	if ('unpin' in change) return { swapped, pinned: pinned.filter((id) => id !== change.unpin) };
	return { pinned, swapped: [] };
};

/** The paper after a change; a swap for an item that does not fit is refused, not done with another one. */
function changedPaper(
	ground: Ground,
	row: Assignment,
	change: PaperChange,
	measured: Measured
): Result<{ form: Form; row: Assignment }> {
	const setting = settingOf(row);
	const next = changes(setting, change);
	if (!next) return refuse('no-fit');
	const seed = 'redraw' in change ? newSeed() : row.seed;
	const form = makePaper(ground, { ...setting, ...next }, seed, measured);
	if (!form) return refuse('nothing-to-ask');
	const has = (id: string) => form.items.some(({ item }) => item.id === id);
	const swapped = 'swap' in change && (has(change.swap) || !has(change.for));
	if (swapped || ('pin' in change && !has(change.pin))) return refuse('no-fit');
	const texts = { pinned: JSON.stringify(next.pinned), swapped: JSON.stringify(next.swapped) };
	return { ok: true, form, row: { ...row, ...texts, seed } };
}

/** Swaps or pins an item, or draws the others anew; refused once somebody has begun. */
export async function changePaper(
	ground: Ground,
	who: Who,
	id: string,
	change: PaperChange
): Promise<Result<{ form: Form }>> {
	const { store } = ground;
	const measured = await measuredFor(ground, id, 'any');
	return store.change(async (db) => {
		const found = await assignmentFor(db, who, id, locking(store));
		if (isRefusal(found)) return found;
		const begun = await db
			.selectFrom('attempt')
			.select('id')
			.where('assignment_id', '=', id)
			.limit(1)
			.executeTakeFirst();
		if (begun) return refuse('has-attempts');
		const changed = changedPaper(ground, found, change, measured);
		if (!changed.ok) return changed;
		const { pinned, swapped, seed } = changed.row;
		await db.deleteFrom('paper_item').where('assignment_id', '=', id).execute();
		const lines =
			found.paper === 'same' ? await keepPaper(db, store.engine, id, changed.form) : undefined;
		const set_paper = lines ? JSON.stringify(lines) : null;
		const bank_version = ground.content().bank.version;
		await db
			.updateTable('assignment')
			.set({ pinned, swapped, seed, set_paper, bank_version })
			.where('id', '=', id)
			.execute();
		return { ok: true, form: changed.form };
	});
}

/** What may stand in place of an item on the paper of an assignment, the best first. */
export async function substitutesFor(
	ground: Ground,
	who: Who,
	id: string,
	itemId: string
): Promise<Result<{ items: Item[] }>> {
	const found = await getAssignment(ground, who, id);
	if (!found.ok) return found;
	const { assignment, form } = found;
	return { ok: true, items: alternatives(ground, settingOf(assignment), form, itemId) };
}
