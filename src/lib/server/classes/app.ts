import { error, type RequestEvent } from '@sveltejs/kit';
import { env } from '$env/dynamic/private';
import { sentAgain } from '../entries.ts';
import { library } from '../library.ts';
import { StorageAway } from '../storage/away.ts';
import { openStore, urlProblem, type Store } from '../storage/database.ts';
import type { Ground } from './ground.ts';

let opening: Promise<Store> | undefined;

function openOnce(): Promise<Store> {
	opening ??= openStore(env['DATABASE_URL']).catch((problem: unknown) => {
		opening = undefined; // the next one to ask tries again
		throw problem;
	});
	return opening;
}

/** What the services stand on in this process. The database is opened when first asked for. @throws StorageAway */
export const ground = async (): Promise<Ground> => ({
	store: await openOnce(),
	now: Date.now,
	content: library
});

const away = 'The classes cannot be reached at the moment. Nothing that was saved is lost.';
const tryAgain = 'Please try again in a few seconds.';
const sendAgain =
	'What you have just sent is not saved yet: please send it again in a few seconds.';

/**
 * What a page does with the database. When that is away, the page is a 503 with Retry-After, a plain sentence, and a
 * button that sends again what was sent.
 * @throws what SvelteKit's `error` throws
 */
export async function withGround<T>(
	{ request, setHeaders }: Pick<RequestEvent, 'request' | 'setHeaders'>,
	work: (ground: Ground) => Promise<T>
): Promise<T> {
	try {
		return await work(await ground());
	} catch (problem) {
		if (!(problem instanceof StorageAway)) throw problem;
		console.error(problem.message, problem.cause);
		setHeaders({ 'retry-after': String(problem.retryAfterSeconds), 'cache-control': 'no-store' });
		const again = await sentAgain(request);
		const next = request.method === 'POST' ? sendAgain : tryAgain;
		error(503, { message: `${away} ${next}`, ...(again && { again }) });
	}
}

/**
 * At the start of the server: brings the tables up to date, without letting readers wait. The database is closed at the
 * end. What is wrong is said in the log; pages of classes answer 503 until it is mended.
 */
export function startStorage(): void {
	const problem = urlProblem(env['DATABASE_URL']);
	if (problem) {
		console.error(problem);
		return;
	}
	openOnce().catch((wrong: Error) => console.error(`Classes: ${wrong.message}`, wrong.cause ?? ''));
	process.once('sveltekit:shutdown' as 'disconnect', () => {
		opening?.then((store) => store.close()).catch(() => undefined);
	});
}
