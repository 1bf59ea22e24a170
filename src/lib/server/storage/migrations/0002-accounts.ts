import { SqliteAdapter, type CreateTableBuilder, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/*
 * The tables of teachers' accounts, as better-auth wants them: it brings moments as dates, not as numbers.
 * accounts/names.ts tells it our names (created_at) for its own (createdAt).
 */

type Table = CreateTableBuilder<string, string>;

/** What the two databases call a moment and a yes or no. */
const typesOf = (db: Kysely<unknown>) =>
	db.getExecutor().adapter instanceof SqliteAdapter
		? ({ moment: 'date', yesNo: 'integer' } as const)
		: ({ moment: 'timestamptz', yesNo: 'boolean' } as const);

/** When a row was made and last changed. */
const withMoments = (table: Table, db: Kysely<unknown>): Table =>
	table
		.addColumn('created_at', typesOf(db).moment, (c) => c.notNull())
		.addColumn('updated_at', typesOf(db).moment, (c) => c.notNull());

const ofUser = (table: Table): Table =>
	table.addColumn('user_id', 'text', (c) => c.notNull().references('user.id').onDelete('cascade'));

const withId = (db: Kysely<unknown>, name: string): Table =>
	db.schema.createTable(name).addColumn('id', 'text', (c) => c.primaryKey().notNull()) as Table;

async function users(db: Kysely<unknown>) {
	const user = withId(db, 'user')
		.addColumn('name', 'text', (c) => c.notNull())
		.addColumn('email', 'text', (c) => c.notNull().unique())
		.addColumn('email_verified', typesOf(db).yesNo, (c) => c.notNull())
		.addColumn('image', 'text');
	await withMoments(user, db).execute();
}

async function sessions(db: Kysely<unknown>) {
	const session = ofUser(withId(db, 'session'))
		.addColumn('token', 'text', (c) => c.notNull().unique())
		.addColumn('expires_at', typesOf(db).moment, (c) => c.notNull())
		.addColumn('ip_address', 'text')
		.addColumn('user_agent', 'text');
	await withMoments(session, db).execute();
	await db.schema.createIndex('session_user').on('session').column('user_id').execute();
}

/** Ways to sign in: a password, Google, Microsoft. */
async function accounts(db: Kysely<unknown>) {
	const { moment } = typesOf(db);
	const account = ofUser(withId(db, 'account'))
		.addColumn('account_id', 'text', (c) => c.notNull())
		.addColumn('provider_id', 'text', (c) => c.notNull())
		.addColumn('password', 'text')
		.addColumn('access_token', 'text')
		.addColumn('refresh_token', 'text')
		.addColumn('id_token', 'text')
		.addColumn('access_token_expires_at', moment)
		.addColumn('refresh_token_expires_at', moment)
		.addColumn('scope', 'text');
	await withMoments(account, db).execute();
	await db.schema.createIndex('account_user').on('account').column('user_id').execute();
}

/** What a link in a mail, a sign-in elsewhere or a passkey must come back with. */
async function verifications(db: Kysely<unknown>) {
	const verification = withId(db, 'verification')
		.addColumn('identifier', 'text', (c) => c.notNull())
		.addColumn('value', 'text', (c) => c.notNull())
		.addColumn('expires_at', typesOf(db).moment, (c) => c.notNull());
	await withMoments(verification, db).execute();
	await db.schema
		.createIndex('verification_identifier')
		.on('verification')
		.column('identifier')
		.execute();
}

/** These are ours alone; so moments are numbers, as everywhere else. */
async function passkeys(db: Kysely<unknown>) {
	await ofUser(withId(db, 'passkey'))
		.addColumn('name', 'text', (c) => c.notNull())
		.addColumn('public_key', 'text', (c) => c.notNull())
		.addColumn('counter', 'bigint', (c) => c.notNull())
		.addColumn('created_at', 'bigint', (c) => c.notNull())
		.addColumn('used_at', 'bigint')
		.execute();
	await db.schema.createIndex('passkey_user').on('passkey').column('user_id').execute();
	await db.schema
		.createTable('passkey_challenge')
		.addColumn('challenge', 'text', (c) => c.primaryKey())
		.addColumn('user_id', 'text', (c) => c.references('user.id').onDelete('cascade'))
		.addColumn('expires_at', 'bigint', (c) => c.notNull())
		.execute();
}

/** Teachers who have an account, and how they sign in. */
export const accountTables: Migration = {
	async up(db: Kysely<unknown>) {
		for (const step of [users, sessions, accounts, verifications, passkeys]) await step(db);
	}
};
