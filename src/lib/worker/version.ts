import { copiesIn } from './copies.ts';
import { fitAll } from './room.ts';

/** The name of this version's pages, styles and scripts, and of the copies of further pages that were read in it. */
export interface Names {
	whole: string;
	read: string;
	/** What every page of this version loads. */
	script: string;
}

const immutable = '/_app/immutable/';
const linked = /href="(\/_app\/immutable\/assets\/[^"]+)"/g;

/** Whether an answer is of this version: a page says so by its script; data and pictures are as good as their page. */
export async function isOwn(response: Response, { script }: Names): Promise<boolean> {
	if (!response.headers.get('content-type')?.startsWith('text/html')) return true;
	const text = await response.clone().text();
	return !text.includes('<html') || text.includes(script);
}

async function listAt(address: string): Promise<string[]> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`${address}: ${response.status}`);
	return (await response.json()) as string[];
}

/** Keeps what lies at a path. @returns the styles that it links to @throws when it is not there, or of another version */
async function take(path: string, names: Names): Promise<string[]> {
	const response = await fetch(path);
	if (!response.ok) throw new Error(`${path}: ${response.status}`);
	if (!(await isOwn(response, names))) throw new Error(`${path} is of another version`);
	const copy = response.clone();
	const text = response.headers.get('content-type')?.startsWith('text/html')
		? await response.text()
		: '';
	await copiesIn(names.whole).keep(path, copy);
	return [...text.matchAll(linked)].map(([, style = '']) => style);
}

async function takeAll(paths: readonly string[], names: Names): Promise<string[]> {
	const taken = await Promise.allSettled(paths.map((path) => take(path, names)));
	return [
		...new Set(
			taken.flatMap((one) => {
				if (one.status === 'rejected') throw one.reason;
				return one.value;
			})
		)
	];
}

/**
 * Keeps a version whole, or nothing of it: half a copy is none, and the version before stays in use.
 * @param files what stands beside the pages, by path
 * @param sparing keeps only what says that there is no connection
 * @throws when one of the files did not come, or is of another version
 */
export async function keepWhole(names: Names, files: readonly string[], sparing: boolean) {
	try {
		const paths = sparing
			? ['/offline', names.script]
			: [
					...(await listAt('/_app/files.json')).map((file) => `/${file}`),
					...(await listAt('/offline/kept.json'))
				];
		const styles = await takeAll([...files, ...paths], names);
		await takeAll(styles, names);
		// the server is at this version still: so is all that came before, also data, which does not say so itself
		await take('/offline', names);
	} catch (error) {
		await copiesIn(names.whole).clear();
		throw error;
	}
}

/** The copy of what was kept whole. */
export const ofWhole = (request: RequestInfo, { whole }: Names) => copiesIn(whole).find(request);

/** The copy of what was kept whole, or was read. */
export const copyOf = async (
	request: RequestInfo,
	{ whole, read }: Names,
	options?: CacheQueryOptions
): Promise<Response | undefined> =>
	(await copiesIn(whole).find(request, options)) ?? (await copiesIn(read).find(request, options));

/** A hashed file: it never changes. */
export async function hashed(request: Request, names: Names): Promise<Response> {
	const found = await copyOf(request, names);
	if (found) return found;
	const response = await fetch(request);
	if (response.ok) await copiesIn(names.read).keep(request.url, response.clone());
	return response;
}
export const isHashed = (path: string): boolean => path.startsWith(immutable);

/** Keeps a page that was read, unless it is of another version or kept already. */
export async function keepRead(path: string, response: Response, names: Names) {
	if (!response.ok || response.redirected || !(await isOwn(response, names))) return;
	if (await ofWhole(path, names)) return;
	await copiesIn(names.read).keep(path, response);
	await fitAll(names);
}
