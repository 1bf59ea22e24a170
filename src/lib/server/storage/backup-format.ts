import type { Schema } from './tables.ts';

/** Every table, parents before children: what a backup has, in this order. */
export const tablesInOrder = [
	'setting',
	'user',
	'session',
	'account',
	'verification',
	'passkey',
	'passkey_challenge',
	'class',
	'student',
	'student_session',
	'assignment',
	'kept_item',
	'paper_item',
	'attempt',
	'response',
	'allowance',
	'tries'
] as const;
export type TableName = (typeof tablesInOrder)[number] & keyof Schema;

/** A value that JSON and both databases have: yes and no are 1 and 0, moments ISO 8601. */
export type Value = string | number | null;
export type Row = Record<string, Value>;

/** The first line of a backup. */
export interface Header {
	format: typeof format;
	/** Names of the migrations that its tables come from. */
	migrations: string[];
	/** When it was taken, ISO 8601. */
	at: string;
}
/** One row of a table. */
export type RowLine = [table: TableName, row: Row];
/** The last line: without it, a backup was cut off. */
export interface Footer {
	rows: number;
}

export const format = 'sourcebook-backup-1';

/** A file that is no backup, or none for this program: said in a sentence. */
export class BackupProblem extends Error {}
