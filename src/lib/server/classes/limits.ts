import { keyedHash } from '../storage/ids.ts';
import type { Ground } from './ground.ts';
import { done, refuse, type Done } from './result.ts';
import { serverSecret } from './secret.ts';

/** So many in so long, counted for all instances together. */
export interface Limit {
	name: string;
	most: number;
	windowMillis: number;
}

const minute = 60_000;
const hour = 60 * minute;

/** A whole class joins from one address. */
export const joining: Limit = { name: 'join', most: 240, windowMillis: 10 * minute };
/**
 * Codes that were none, from one address: ten slips of each of thirty pupils behind it, who must not lock each other out.
 * There are 729 million codes; on a server with a thousand classes, 43,200 tries a day find one in about 17 days.
 */
export const wrongCodes: Limit = { name: 'code', most: 300, windowMillis: 10 * minute };
/** Wrong recovery words for one class, from one address: who guesses locks out nobody elsewhere. */
export const phrases: Limit = { name: 'phrase', most: 100, windowMillis: hour };
/** The same from anywhere: with 33 bits, a pupil of a class of thirty is found once in sixteen years of trying. */
export const phrasesAnywhere: Limit = { name: 'phrases', most: 2000, windowMillis: hour };
/** Classes made without an account, from one address. */
export const newClasses: Limit = { name: 'class', most: 30, windowMillis: hour };

/**
 * Counts one try. @param subject whose: an address, a class; only a keyed hash of it is kept, for a day
 * @returns a refusal with the end of the window when there were too many
 */
export async function countTry(ground: Ground, limit: Limit, subject: string): Promise<Done> {
	const now = ground.now();
	const start = now - (now % limit.windowMillis);
	const key = keyedHash(await serverSecret(ground), limit.name, subject);
	const { count } = await ground.store.change((db) =>
		db
			.insertInto('tries')
			.values({ key, window_start: start, count: 1 })
			.onConflict((conflict) =>
				conflict
					.columns(['key', 'window_start'])
					.doUpdateSet((eb) => ({ count: eb('tries.count', '+', 1) }))
			)
			.returning('count')
			.executeTakeFirstOrThrow()
	);
	return count > limit.most ? refuse('too-many-tries', { at: start + limit.windowMillis }) : done;
}

/** Forgets the tries of one that has shown who it is. */
export async function forgetTries(ground: Ground, limit: Limit, subject: string): Promise<void> {
	const key = keyedHash(await serverSecret(ground), limit.name, subject);
	await ground.store.change((db) => db.deleteFrom('tries').where('key', '=', key).execute());
}

/** Whether a limit is used up already, without counting a try. */
export async function isUsedUp(ground: Ground, limit: Limit, subject: string): Promise<boolean> {
	const now = ground.now();
	const key = keyedHash(await serverSecret(ground), limit.name, subject);
	const row = await ground.store.read((db) =>
		db
			.selectFrom('tries')
			.select('count')
			.where('key', '=', key)
			.where('window_start', '=', now - (now % limit.windowMillis))
			.executeTakeFirst()
	);
	return (row?.count ?? 0) >= limit.most;
}
