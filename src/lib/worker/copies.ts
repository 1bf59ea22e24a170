import { withoutStyles, withStyles } from './styles.ts';

/** Copies of answers in the browser's cache, packed: text takes an eighth of its room. */

const packedAs = 'x-kept-as';
const canPack = 'CompressionStream' in globalThis;

/** What a copy needs of its headers; the rest takes as much room as a small answer. */
const needed = ['content-type', 'content-language', 'content-security-policy'];

/** How much a copy takes up. */
const sizeAs = 'x-kept-bytes';
/** What the browser adds to each for its address and headers, about; and the size of one that doesn’t say its own. */
const besideBytes = 500;
const unknownBytes = 2_500;

async function packed(response: Response): Promise<Response> {
	const headers = new Headers(
		needed.flatMap((name) => {
			const value = response.headers.get(name);
			return value === null ? [] : [[name, value] as [string, string]];
		})
	);
	if (canPack) headers.set(packedAs, 'gzip');
	const stream = canPack
		? response.body?.pipeThrough(new CompressionStream('gzip'))
		: response.body;
	const body = await new Response(stream).arrayBuffer();
	headers.set(sizeAs, String(body.byteLength));
	return new Response(body, { headers });
}

function unpacked(response: Response | undefined): Response | undefined {
	if (response?.headers.get(packedAs) !== 'gzip' || !response.body) return response;
	const headers = new Headers(response.headers);
	headers.delete(packedAs);
	headers.delete(sizeAs);
	return new Response(response.body.pipeThrough(new DecompressionStream('gzip')), { headers });
}

const sizeOf = (response: Response | undefined): number =>
	besideBytes + Number(response?.headers.get(sizeAs) ?? unknownBytes);

const isPage = ({ headers }: Response) => headers.get('content-type')?.startsWith('text/html');
const rewritten = ({ headers }: Response, text: string) => new Response(text, { headers });
const asStyle = { headers: { 'content-type': 'text/css' } };

/** The copies under one name. */
export function copiesIn(name: string) {
	const open = () => caches.open(name);
	return {
		async find(request: RequestInfo, options?: CacheQueryOptions): Promise<Response | undefined> {
			const cache = await open();
			const found = unpacked(await cache.match(request, options));
			if (!found || !isPage(found)) return found;
			const style = async (at: string) => unpacked(await cache.match(at))?.text();
			return rewritten(found, await withStyles(await found.text(), style));
		},

		/** Puts a copy in; one that was there goes to the end. */
		async keep(address: string, response: Response): Promise<void> {
			const cache = await open();
			const style = async (at: string, text: string) => {
				if (!(await cache.match(at)))
					await cache.put(at, await packed(new Response(text, asStyle)));
			};
			const bare = isPage(response)
				? rewritten(response, await withoutStyles(await response.text(), style))
				: response;
			const copy = await packed(bare);
			await cache.delete(address);
			await cache.put(address, copy);
		},

		async drop(address: string): Promise<void> {
			await (await open()).delete(address);
		},

		/** Takes out all but the last ones of those that are chosen: a cache lists its entries in the order in which they were put in. */
		async trim(most: number, chosen: (path: string) => boolean): Promise<void> {
			const cache = await open();
			const all = (await cache.keys()).filter(({ url }) => chosen(new URL(url).pathname));
			for (const request of all.slice(0, -most)) await cache.delete(request);
		},

		/** Bytes of all of them together. */
		async size(): Promise<number> {
			const all = await (await open()).matchAll();
			return all.reduce((sum, one) => sum + sizeOf(one), 0);
		},

		/** Takes out the oldest of those that are chosen, until all together are no larger than so many bytes. */
		async fit(most: number, chosen: (path: string) => boolean = () => true): Promise<void> {
			const cache = await open();
			let size = await this.size();
			for (const request of await cache.keys()) {
				if (size <= most) return;
				if (!chosen(new URL(request.url).pathname)) continue;
				size -= sizeOf(await cache.match(request));
				await cache.delete(request);
			}
		},

		/** The addresses that end so. */
		async ending(end: string): Promise<string[]> {
			return (await (await open()).keys()).map(({ url }) => url).filter((url) => url.endsWith(end));
		},

		clear: () => caches.delete(name)
	};
}
