/** The page where a paper is shown that the server can't show: without a connection, or in an earlier version. */
export const page = '/offline/paper';

/** What of the quizzes an address asks for. */
export interface Wanted {
	module: string;
	/** Without one: any paper. */
	seed: string;
	/** The version of the paper; any when it is left out. */
	version: string | undefined;
	only: string | null;
	/** The answers of a result, as src/lib/marking/code.ts writes them. */
	code: string | null;
	/** It was handed in, and found no server. */
	handIn: boolean;
}

/**
 * Reads /quiz/MODULE, /quiz/MODULE/SEED and its /result, which the service worker answers with the page above, and the
 * address of that page itself, /offline/paper?paper=MODULE/SEED&v=VERSION.
 */
export function wantedAt({
	pathname,
	search,
	hash
}: Pick<URL, 'pathname' | 'search' | 'hash'>): Wanted {
	const query = new URLSearchParams(search);
	const path = pathname === page ? `/quiz/${query.get('paper') ?? ''}` : pathname;
	const [module = '', seed = ''] = path.split('/').slice(2).map(decodeURIComponent);
	return {
		module,
		seed,
		version: query.get('v') ?? undefined,
		only: query.get('only'),
		code: query.get('r'),
		handIn: hash === '#hand-in'
	};
}

/** Where a result is shown: by the server, and, where it can't, by the device. */
export function resultAddress(
	here: Pick<URL, 'pathname'>,
	paper: string,
	version: string,
	code: string,
	only: readonly number[] | undefined
): string {
	const query = new URLSearchParams({ v: version, r: code, ...(only && { only: only.join() }) });
	return here.pathname === page
		? `${page}?${new URLSearchParams({ paper })}&${query}`
		: `/quiz/${paper}/result?${query}`;
}
