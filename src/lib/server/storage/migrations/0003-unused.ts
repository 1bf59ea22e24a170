import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** When a class was last used, and when its teacher was told that it will be deleted: see classes/unused.ts. */
export const unusedClasses: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.alterTable('class')
			.addColumn('used_at', 'bigint', (c) => c.notNull().defaultTo(0))
			.execute();
		await db.schema.alterTable('class').addColumn('warned_at', 'bigint').execute();
	}
};
