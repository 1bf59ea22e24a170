import { PostgresDialect } from 'kysely';
import type pg from 'pg';

/** Connections of one process; PostgreSQL allows 100 in all unless told otherwise. */
const mostConnections = 10;
const connectMillis = 2_000;
/** Nothing that a page asks for takes long: what does is stuck. */
const statementMillis = 8_000;
const lockMillis = 4_000;

const int8 = 20;
const numeric = 1700;

/**
 * PostgreSQL. Counts and times come as numbers, as they do from SQLite.
 * @param unhurried statements may take as long as they need: to change tables, or to restore a backup
 */
export async function postgresDialect(url: string, unhurried = false): Promise<PostgresDialect> {
	const { default: pg } = await import('pg');
	const getTypeParser = ((oid: number, format?: 'text') =>
		oid === int8 || oid === numeric
			? Number
			: pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser;
	const pool: pg.Pool = new pg.Pool({
		connectionString: url,
		max: mostConnections,
		connectionTimeoutMillis: connectMillis,
		...(!unhurried && {
			statement_timeout: statementMillis,
			query_timeout: statementMillis + 1_000
		}),
		lock_timeout: lockMillis,
		keepAlive: true,
		types: { getTypeParser }
	});
	// a lost connection is told twice: to whoever uses it, by what it was asked, and as an event that would end the process
	pool.on('error', () => undefined);
	pool.on('connect', (client) => client.on('error', () => undefined));
	return new PostgresDialect({ pool });
}
