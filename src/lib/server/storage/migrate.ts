import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Schema } from './tables.ts';
import { migrations } from './migrations/index.ts';

/** Runs the migrations that are missing, in one transaction; a second instance that starts at once waits for it. */
export async function migrate(db: Kysely<Schema>): Promise<void> {
	const provider = { getMigrations: async () => migrations };
	const { error } = await new Migrator({ db, provider }).migrateToLatest();
	if (error instanceof Error && /previously executed migration .* is missing/.test(error.message))
		throw new Error('The database was made by a newer version of this program: update it first.', {
			cause: error
		});
	if (error) throw error;
}
