import type { TestProject } from 'vitest/node';
import { ensurePostgres, startPostgres } from '../../tools/postgres.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Empty when there is no PostgreSQL. */
		postgres: string;
	}
}

/** One PostgreSQL for all suites of the project. */
export async function setup(project: TestProject): Promise<(() => void) | undefined> {
	const bin = ensurePostgres();
	if (!bin) {
		console.error(
			'\n*** PostgreSQL is not installed: the storage tests run on SQLite alone. On Debian: apt-get install postgresql ***\n'
		);
		project.provide('postgres', '');
		return undefined;
	}
	const running = await startPostgres(bin);
	project.provide('postgres', running.url);
	return () => running.stop();
}
