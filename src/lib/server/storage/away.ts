/** The database did not answer in time: nothing was promised, and the same request may be sent again. */
export class StorageAway extends Error {
	override name = 'StorageAway';
	/** For Retry-After. */
	readonly retryAfterSeconds = 10;

	constructor(cause: unknown) {
		super('The database is locked, full or away.', { cause });
	}
}

/** SQLite: locked (5, 6), i/o error (10), full (13), cannot open (14). Extended codes have these in the low byte. */
const sqliteCodes = new Set([5, 6, 10, 13, 14]);

/** System errors of a connection. */
const connectionCodes = new Set(
	'ECONNREFUSED ECONNRESET ECONNABORTED EPIPE ETIMEDOUT ENOENT ENOTFOUND EAI_AGAIN EHOSTUNREACH ENETUNREACH'.split(
		' '
	)
);

/**
 * PostgreSQL: connection lost (08), resources such as disk and connections (53), shut down or starting (57P),
 * deadlock and serialization (40), lock timeout, statement timeout, a standby that cannot write.
 * https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const sqlState = /^(?:08...|53...|57P..|40001|40P01|55P03|57014|25006|58030)$/;

/** Messages of `pg` that come without a code. */
const messages =
	/^(?:Connection terminated|timeout exceeded when trying to connect|timeout expired|Query read timeout|Client has encountered a connection error)/;

/** Whether an error says that the database is locked or away, so that the same work may be tried again. */
export function isAway(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	const { code, errcode } = error as { code?: unknown; errcode?: unknown };
	if (typeof errcode === 'number') return sqliteCodes.has(errcode & 0xff);
	if (error instanceof AggregateError) return error.errors.some(isAway);
	const name = typeof code === 'string' ? code : '';
	return connectionCodes.has(name) || sqlState.test(name) || messages.test(error.message);
}
