import { newToken } from '../storage/ids.ts';
import type { Ground } from './ground.ts';

/**
 * The server's secret, made once and shared by all instances. Asked for each time: restoring a backup brings another.
 * @returns 32 random bytes in base64url
 */
export async function serverSecret({ store }: Pick<Ground, 'store'>): Promise<string> {
	const known = () =>
		store.read((db) =>
			db.selectFrom('setting').select('value').where('name', '=', 'secret').executeTakeFirst()
		);
	const found = await known();
	if (found) return found.value;
	const value = newToken();
	await store.change((db) =>
		db
			.insertInto('setting')
			.values({ name: 'secret', value })
			.onConflict((conflict) => conflict.column('name').doNothing())
			.execute()
	);
	// another instance may have been first
	return (await known())?.value ?? value;
}
