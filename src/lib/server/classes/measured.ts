import { setImmediate as others } from 'node:timers/promises';
import { measuredName, type Measured } from '#lib/forms/expectation.ts';
import type { Item } from '#lib/items/item.ts';
import { mark } from '#lib/marking/mark.ts';
import type { Response } from '#lib/marking/response.ts';
import type { Ground } from './ground.ts';
import type { PaperLine } from './kept.ts';

/** Below so many takers an item keeps its estimate: with thirty, a facility is known to a tenth (its standard error is at most 0.09). */
export const leastTakers = 30;
/** The newest papers that are counted, and how many are read at once. */
const [mostPapers, atOnce] = [3000, 200];
const dayMillis = 24 * 60 * 60_000;

/** Marks gained of full marks, as shares, added up. */
interface Sum {
	takers: number;
	shares: number;
}

/** First papers that were handed in before a moment, the newest first. */
const papersBefore = ({ store }: Ground, before: number, from: number) =>
	store.read((db) =>
		db
			.selectFrom('attempt')
			.select(['id', 'paper'])
			.where('n', '=', 1)
			.where('submitted_at', '<', before)
			.orderBy('submitted_at', 'desc')
			.orderBy('id')
			.limit(atOnce)
			.offset(from)
			.execute()
	);

/** What was answered on papers, and the items as they were kept. */
const answersOn = ({ store }: Ground, papers: readonly { id: string; paper: string }[]) =>
	store.read(async (db) => {
		const lines = papers.flatMap(({ paper }) => JSON.parse(paper) as PaperLine[]);
		const ids = [...new Set(lines.map(({ id }) => id))];
		const items = await db.selectFrom('kept_item').selectAll().where('id', 'in', ids).execute();
		const responses = await db
			.selectFrom('response')
			.select(['attempt_id', 'item_id', 'given'])
			.where(
				'attempt_id',
				'in',
				papers.map(({ id }) => id)
			)
			.execute();
		return { items, responses };
	});

const nameOf = ({ id, rev, hash }: Pick<PaperLine, 'id' | 'rev' | 'hash'>): string =>
	`${id} ${rev} ${hash}`;

/** Adds what became of the items of some papers; an item that was left out gained nothing. */
async function count(
	ground: Ground,
	papers: readonly { id: string; paper: string }[],
	sums: Map<string, Sum>
): Promise<void> {
	const { items, responses } = await answersOn(ground, papers);
	const bodies = new Map(items.map((one) => [nameOf(one), JSON.parse(one.body) as Item]));
	const given = new Map(
		responses.map((one) => [`${one.attempt_id} ${one.item_id}`, JSON.parse(one.given) as Response])
	);
	for (const { id, paper } of papers)
		for (const line of JSON.parse(paper) as PaperLine[]) {
			const item = bodies.get(nameOf(line));
			if (!item) continue;
			const response = given.get(`${id} ${line.id}`);
			const { gained, full } = response ? mark(item, response) : { gained: 0, full: 1 };
			const sum = sums.get(measuredName(item)) ?? { takers: 0, shares: 0 };
			sums.set(measuredName(item), {
				takers: sum.takers + 1,
				shares: sum.shares + gained / full
			});
		}
}

/** Facilities from the first papers of all classes that were handed in before a moment, by item and revision. */
export async function measureBefore(ground: Ground, before: number): Promise<Measured> {
	const sums = new Map<string, Sum>();
	for (let from = 0; from < mostPapers; from += atOnce) {
		const papers = await papersBefore(ground, before, from);
		if (papers.length > 0) await count(ground, papers, sums);
		if (papers.length < atOnce) break;
		await others();
	}
	const known = [...sums].filter(([, { takers }]) => takers >= leastTakers);
	return new Map(
		known.map(([name, { takers, shares }]) => [name, Math.round((100 * shares) / takers) / 100])
	);
}

/** By store, the days that were asked for, the newest asked for last. */
const counted = new WeakMap<Ground['store'], Map<number, Promise<Measured>>>();
const mostDays = 16;

/**
 * The facilities that papers are balanced by, when their assignment was set at this moment (milliseconds UTC): from what
 * was handed in before that day. So each paper of an assignment is drawn by the same ones, on whichever server and
 * whenever a student begins. Counted once a day for each day that is asked for, and held in memory.
 * @throws StorageAway
 */
export function measuredAt(ground: Ground, moment: number): Promise<Measured> {
	const day = Math.floor(moment / dayMillis) * dayMillis;
	const days = counted.get(ground.store) ?? new Map<number, Promise<Measured>>();
	counted.set(ground.store, days);
	const known = days.get(day);
	if (known) return known;
	const measured = measureBefore(ground, day);
	days.set(day, measured);
	measured.catch(() => days.delete(day)); // the next one to ask tries again
	for (const old of [...days.keys()].slice(0, -mostDays)) days.delete(old);
	return measured;
}

/**
 * The facilities for the papers of an assignment that are still to be drawn; none when there is no such assignment, which
 * others will say.
 * @param whose `own`: only where each student has a paper of their own
 */
export async function measuredFor(
	ground: Ground,
	id: string,
	whose: 'any' | 'own'
): Promise<Measured> {
	const row = await ground.store.read((db) =>
		db
			.selectFrom('assignment')
			.select(['created_at', 'paper'])
			.where('id', '=', id)
			.executeTakeFirst()
	);
	const isDrawn = row && (whose === 'any' || row.paper === 'each');
	return isDrawn ? measuredAt(ground, row.created_at) : new Map();
}
