import type { Form } from '#lib/forms/form.ts';
import type { Attempt, SavedResponse } from '../storage/tables.ts';
import type { Db } from './ground.ts';
import { readPaper, type PaperLine } from './kept.ts';

/** Papers that were asked for lately, by what was kept: it never changes, and a class often has one paper. */
const known = new Map<string, Form['items']>();
const mostKnown = 500;

/** The paper of an attempt, from what was kept. */
export async function formOf(
	db: Db,
	{ id, paper, seed }: Pick<Attempt, 'id' | 'paper' | 'seed'>
): Promise<Form> {
	const named = { module: id, seed, bank: '' };
	const lately = known.get(paper);
	if (lately) return { ...named, lacks: [], items: lately };
	const form = await readPaper(db, JSON.parse(paper) as PaperLine[], named);
	if (known.size >= mostKnown) known.clear();
	known.set(paper, form.items);
	return form;
}

/** What is saved of an attempt, by item id. */
export async function savedOf(db: Db, attemptId: string): Promise<Map<string, SavedResponse>> {
	const rows = await db
		.selectFrom('response')
		.selectAll()
		.where('attempt_id', '=', attemptId)
		.execute();
	return new Map(rows.map((row) => [row.item_id, row]));
}
