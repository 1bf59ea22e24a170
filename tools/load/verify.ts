// What the database has, beside what students were told.
import type { Form } from '../../src/lib/forms/form.ts';
import { mark } from '../../src/lib/marking/mark.ts';
import { readResponses } from '../../src/lib/marking/read.ts';
import type { Response } from '../../src/lib/marking/response.ts';
import { stateOf } from '../../src/lib/server/classes/page-answers.ts';
import { savedOf } from '../../src/lib/server/classes/sitting.ts';
import { openStore, type Reading } from '../../src/lib/server/storage/database.ts';
import type { SavedResponse } from '../../src/lib/server/storage/tables.ts';
import type { Scene } from './scene.ts';
import type { Sat } from './student.ts';

export interface Verdict {
	papers: number;
	acknowledged: number;
	/** Acknowledged answers that do not stand. */
	lost: number;
	/** Answers saved more than once, papers begun or marked more than once. */
	twice: number;
	/** Papers that ended otherwise than they should. */
	wrong: number;
	/** The first few problems, in words. */
	said: string[];
}

const givenOf = (form: Form, number: number, fields: [string, string][]) =>
	JSON.stringify(readResponses(form, fields, [number]).responses[number - 1]);

/** The answers of one paper. */
function compare(
	form: Form,
	{ acknowledged, meant, over }: Sat,
	saved: Map<string, SavedResponse>
) {
	const told = { lost: 0, twice: 0, wrong: 0 };
	for (const [at, { item }] of form.items.entries()) {
		const [number, row] = [at + 1, saved.get(item.id)];
		const acked = acknowledged.get(number);
		const wanted = meant.get(number);
		if (acked && (!row || row.version < acked.times)) told.lost += 1;
		else if (acked && stateOf(form, number, row) !== acked.state) told.lost += 1;
		if (acked && row && row.version > acked.times) told.twice += 1;
		if (!over && wanted && row?.given !== givenOf(form, number, wanted)) told.wrong += 1;
		if (!wanted && row) told.wrong += 1;
	}
	return told;
}

const scoreOf = ({ items }: Form, saved: Map<string, SavedResponse>) =>
	items.reduce((sum, { item }) => {
		const row = saved.get(item.id);
		return sum + (row ? mark(item, JSON.parse(row.given) as Response).gained : 0);
	}, 0);

async function verifyOne(db: Db, form: Form, sat: Sat, mayEnd: boolean, verdict: Verdict) {
	const saved = await savedOf(db, sat.attempt);
	const attempt = await db
		.selectFrom('attempt')
		.selectAll()
		.where('id', '=', sat.attempt)
		.executeTakeFirst();
	const { lost, twice, wrong } = compare(form, sat, saved);
	const problems = [...sat.problems];
	if (wrong > 0) problems.push(`${wrong} answers stand otherwise than they were given`);
	if (sat.over && !mayEnd) problems.push('its time was over');
	if (!attempt || attempt.submitted_at === null) problems.push('it is not handed in');
	if (attempt && Math.abs((attempt.score ?? NaN) - scoreOf(form, saved)) > 1e-9)
		problems.push(`its score is ${attempt.score}, but its answers give ${scoreOf(form, saved)}`);
	verdict.lost += lost;
	verdict.twice += twice;
	verdict.acknowledged += [...sat.acknowledged.values()].reduce((sum, { times }) => sum + times, 0);
	if (problems.length > 0) verdict.wrong += 1;
	verdict.said.push(...problems.map((problem) => `${sat.attempt}: ${problem}`));
}
type Db = Reading;

/** Compares. @param mayEnd whether the time of a paper may have been over, and papers begun that were over at once */
export async function verify(
	url: string,
	{ form, students }: Scene,
	sats: readonly (readonly Sat[])[],
	mayEnd: boolean
): Promise<Verdict> {
	const store = await openStore(url);
	const verdict: Verdict = { papers: 0, acknowledged: 0, lost: 0, twice: 0, wrong: 0, said: [] };
	for (const [at, list] of sats.entries()) {
		verdict.papers += list.length;
		for (const sat of list) await verifyOne(store.db, form, sat, mayEnd, verdict);
		const begun = await store.db
			.selectFrom('attempt')
			.select('id')
			.where('student_id', '=', students[at]?.id ?? '')
			.execute();
		if (!mayEnd) verdict.twice += Math.max(0, begun.length - list.length);
	}
	await store.close();
	return verdict;
}
