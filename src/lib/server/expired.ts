import type { Ground } from './classes/ground.ts';

const dayMillis = 24 * 60 * 60_000;

/**
 * Deletes what has run out: sessions of teachers that nobody used for thirty days, links of letters that nobody opened,
 * passkeys that were begun and not made, and what was counted to limit tries.
 */
export async function deleteExpired({ store, now }: Ground): Promise<void> {
	const date = new Date(now());
	// better-auth’s moments: see storage/tables.ts
	const before = store.engine === 'sqlite' ? date.toISOString() : date;
	await store.change(async (db) => {
		for (const table of ['session', 'verification'] as const)
			await db.deleteFrom(table).where('expires_at', '<', before).execute();
		await db.deleteFrom('passkey_challenge').where('expires_at', '<', now()).execute();
		await db
			.deleteFrom('tries')
			.where('window_start', '<', now() - dayMillis)
			.execute();
	});
}
