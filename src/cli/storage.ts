import { StorageAway } from '#lib/server/storage/away.ts';
import { openStore, urlProblem, type Store } from '#lib/server/storage/database.ts';
import { UsageError } from './command.ts';

/** The one file that a command is given. @throws UsageError */
export function fileOf(positionals: readonly string[]): string {
	const [file, ...more] = positionals;
	if (file === undefined || more.length > 0) throw new UsageError('name one file.');
	return file;
}

/** Works on the database that DATABASE_URL names, or on the file under data/. @throws UsageError when it is away */
export async function onStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
	const url = process.env['DATABASE_URL'];
	const problem = urlProblem(url);
	if (problem) throw new UsageError(problem);
	try {
		const store = await openStore(url, { unhurried: true });
		return await work(store).finally(() => store.close());
	} catch (wrong) {
		if (!(wrong instanceof StorageAway)) throw wrong;
		throw new UsageError(`${wrong.message} (${(wrong.cause as Error).message})`);
	}
}
