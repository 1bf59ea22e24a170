/** Copies of answers in the browser's cache, packed: text takes an eighth of its room. */

const packedAs = 'x-kept-as';
const canPack = 'CompressionStream' in globalThis;

/** What a copy needs of its headers; the rest takes as much room as a small answer. */
const needed = ['content-type', 'content-language', 'content-security-policy'];

function packed(response: Response): Response {
	const headers = new Headers(
		needed.flatMap((name) => {
			const value = response.headers.get(name);
			return value === null ? [] : [[name, value] as [string, string]];
		})
	);
	if (!canPack || !response.body) return new Response(response.body, { headers });
	headers.set(packedAs, 'gzip');
	return new Response(response.body.pipeThrough(new CompressionStream('gzip')), { headers });
}

function unpacked(response: Response | undefined): Response | undefined {
	if (response?.headers.get(packedAs) !== 'gzip' || !response.body) return response;
	const headers = new Headers(response.headers);
	headers.delete(packedAs);
	return new Response(response.body.pipeThrough(new DecompressionStream('gzip')), { headers });
}

/** The copies under one name. */
export function copiesIn(name: string) {
	const open = () => caches.open(name);
	return {
		async find(request: RequestInfo, options?: CacheQueryOptions): Promise<Response | undefined> {
			return unpacked(await (await open()).match(request, options));
		},

		/** Puts a copy in; one that was there goes to the end. */
		async keep(address: string, response: Response): Promise<void> {
			const cache = await open();
			const copy = packed(response);
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

		clear: () => caches.delete(name)
	};
}
