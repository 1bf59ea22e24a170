import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const settings = (db: Kysely<unknown>) =>
	db.schema
		.createTable('setting')
		.addColumn('name', 'text', (c) => c.primaryKey())
		.addColumn('value', 'text', (c) => c.notNull())
		.execute();

const tries = (db: Kysely<unknown>) =>
	db.schema
		.createTable('tries')
		.addColumn('key', 'text', (c) => c.notNull())
		.addColumn('window_start', 'bigint', (c) => c.notNull())
		.addColumn('count', 'integer', (c) => c.notNull())
		.addPrimaryKeyConstraint('tries_primary', ['key', 'window_start'])
		.execute();

async function people(db: Kysely<unknown>) {
	await db.schema
		.createTable('class')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('name', 'text', (c) => c.notNull())
		.addColumn('code', 'text', (c) => c.notNull().unique())
		.addColumn('owner_id', 'text')
		.addColumn('link_hash', 'text', (c) => c.unique())
		.addColumn('capacity', 'integer', (c) => c.notNull())
		.addColumn('time_zone', 'text', (c) => c.notNull())
		.addColumn('names', 'text', (c) => c.notNull())
		.addColumn('joining_open', 'integer', (c) => c.notNull())
		.addColumn('created_at', 'bigint', (c) => c.notNull())
		.execute();
	await db.schema.createIndex('class_owner').on('class').column('owner_id').execute();
	await db.schema
		.createTable('student')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('class_id', 'text', (c) => c.notNull().references('class.id').onDelete('cascade'))
		.addColumn('name', 'text', (c) => c.notNull())
		.addColumn('name_key', 'text', (c) => c.notNull())
		.addColumn('on_list', 'integer', (c) => c.notNull())
		.addColumn('joined_at', 'bigint')
		.addColumn('phrase_hash', 'text', (c) => c.unique())
		.addUniqueConstraint('student_name', ['class_id', 'name_key'])
		.execute();
	await db.schema
		.createTable('student_session')
		.addColumn('token_hash', 'text', (c) => c.primaryKey())
		.addColumn('student_id', 'text', (c) =>
			c.notNull().references('student.id').onDelete('cascade')
		)
		.addColumn('created_at', 'bigint', (c) => c.notNull())
		.addColumn('seen_at', 'bigint', (c) => c.notNull())
		.execute();
	await db.schema
		.createIndex('student_session_student')
		.on('student_session')
		.column('student_id')
		.execute();
}

async function assignments(db: Kysely<unknown>) {
	await db.schema
		.createTable('assignment')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('class_id', 'text', (c) => c.notNull().references('class.id').onDelete('cascade'))
		.addColumn('title', 'text', (c) => c.notNull())
		.addColumn('choice', 'text', (c) => c.notNull())
		.addColumn('paper', 'text', (c) => c.notNull())
		.addColumn('seed', 'text', (c) => c.notNull())
		.addColumn('pinned', 'text', (c) => c.notNull())
		.addColumn('swapped', 'text', (c) => c.notNull())
		.addColumn('opens_at', 'bigint')
		.addColumn('due_at', 'bigint')
		.addColumn('seconds', 'integer')
		.addColumn('attempts', 'integer', (c) => c.notNull())
		.addColumn('feedback', 'text', (c) => c.notNull())
		.addColumn('reading', 'integer', (c) => c.notNull())
		.addColumn('closed_at', 'bigint')
		.addColumn('created_at', 'bigint', (c) => c.notNull())
		.addColumn('bank_version', 'text', (c) => c.notNull())
		.addColumn('set_paper', 'text')
		.execute();
	await db.schema.createIndex('assignment_class').on('assignment').column('class_id').execute();
	await db.schema
		.createTable('allowance')
		.addColumn('assignment_id', 'text', (c) =>
			c.notNull().references('assignment.id').onDelete('cascade')
		)
		.addColumn('student_id', 'text', (c) =>
			c.notNull().references('student.id').onDelete('cascade')
		)
		.addColumn('extra_seconds', 'integer', (c) => c.notNull())
		.addColumn('extra_attempts', 'integer', (c) => c.notNull())
		.addColumn('open_until', 'bigint')
		.addPrimaryKeyConstraint('allowance_primary', ['assignment_id', 'student_id'])
		.execute();
	await db.schema.createIndex('allowance_student').on('allowance').column('student_id').execute();
}

async function keptItems(db: Kysely<unknown>) {
	await db.schema
		.createTable('kept_item')
		.addColumn('id', 'text', (c) => c.notNull())
		.addColumn('rev', 'text', (c) => c.notNull())
		.addColumn('hash', 'text', (c) => c.notNull())
		.addColumn('body', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('kept_item_primary', ['id', 'rev', 'hash'])
		.execute();
	await db.schema
		.createTable('paper_item')
		.addColumn('assignment_id', 'text', (c) =>
			c.notNull().references('assignment.id').onDelete('cascade')
		)
		.addColumn('id', 'text', (c) => c.notNull())
		.addColumn('rev', 'text', (c) => c.notNull())
		.addColumn('hash', 'text', (c) => c.notNull())
		.addPrimaryKeyConstraint('paper_item_primary', ['assignment_id', 'id', 'rev', 'hash'])
		.addForeignKeyConstraint('paper_item_kept', ['id', 'rev', 'hash'], 'kept_item', [
			'id',
			'rev',
			'hash'
		])
		.execute();
	await db.schema
		.createIndex('paper_item_item')
		.on('paper_item')
		.columns(['id', 'rev', 'hash'])
		.execute();
}

async function attempts(db: Kysely<unknown>) {
	await db.schema
		.createTable('attempt')
		.addColumn('id', 'text', (c) => c.primaryKey())
		.addColumn('assignment_id', 'text', (c) =>
			c.notNull().references('assignment.id').onDelete('cascade')
		)
		.addColumn('student_id', 'text', (c) =>
			c.notNull().references('student.id').onDelete('cascade')
		)
		.addColumn('n', 'integer', (c) => c.notNull())
		.addColumn('seed', 'text', (c) => c.notNull())
		.addColumn('paper', 'text', (c) => c.notNull())
		.addColumn('started_at', 'bigint', (c) => c.notNull())
		.addColumn('ends_at', 'bigint')
		.addColumn('submitted_at', 'bigint')
		.addColumn('score', 'double precision')
		.addColumn('of', 'double precision')
		.addUniqueConstraint('attempt_n', ['assignment_id', 'student_id', 'n'])
		.execute();
	await db.schema.createIndex('attempt_student').on('attempt').column('student_id').execute();
	await db.schema
		.createTable('response')
		.addColumn('attempt_id', 'text', (c) =>
			c.notNull().references('attempt.id').onDelete('cascade')
		)
		.addColumn('item_id', 'text', (c) => c.notNull())
		.addColumn('given', 'text', (c) => c.notNull())
		.addColumn('version', 'integer', (c) => c.notNull())
		.addColumn('saved_at', 'bigint', (c) => c.notNull())
		.addColumn('fixed_at', 'bigint')
		.addPrimaryKeyConstraint('response_primary', ['attempt_id', 'item_id'])
		.execute();
}

/** Classes, their students, what they are assigned and what they answer. */
export const classes: Migration = {
	async up(db: Kysely<unknown>) {
		for (const step of [settings, tries, people, assignments, keptItems, attempts]) await step(db);
	}
};
