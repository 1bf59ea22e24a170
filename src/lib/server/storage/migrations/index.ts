import type { Migration } from 'kysely/migration';
import { classes } from './0001-classes.ts';
import { accountTables } from './0002-accounts.ts';
import { unusedClasses } from './0003-unused.ts';

/** All migrations by name, in the order of their names. One that was published is never changed. */
export const migrations: Record<string, Migration> = {
	'0001-classes': classes,
	'0002-accounts': accountTables,
	'0003-unused': unusedClasses
};
