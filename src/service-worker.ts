/// <reference types="@sveltejs/kit" />
/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />

// Keeps what a reader needs without a connection: the frame, the explainers at all levels, the glossary and the search,
// in less than 1.5 MB. Pages come from the network first, so that nobody reads an old one; hashed files never change and
// come from the cache first.
import { build, files, prerendered, version } from '$service-worker';

const self = globalThis.self as unknown as ServiceWorkerGlobalScope;

const family = 'sourcebook-';
const cacheName = `${family}${version}`;
const searchPage = '/search';
const offlinePage = '/offline';
const script = '/_app/main.js';
const immutable = '/_app/immutable/';
const pages = new Set(prerendered);

/** Kept from the first visit on. */
const kept = prerendered.filter((path) =>
	/^\/(?:$|glossary$|offline$|explainers\/.+|search\/)/.test(path)
);
/** Of the other prerendered pages, facts and sources above all, so many that were read last are kept. */
const mostRead = 40;
const first = new Set([...kept, searchPage, script, ...files]);

/** The page script's own files, by name; they are not in `build`. */
async function scripts(): Promise<string[]> {
	const response = await fetch('/_app/files.json');
	return response.ok ? ((await response.json()) as string[]).map((file) => `/${file}`) : [];
}

const packedAs = 'x-kept-as';
const canPack = 'CompressionStream' in globalThis;

/** A response as it is kept: text takes an eighth of its room when packed. */
function packed(response: Response): Response {
	if (!canPack || !response.body) return response;
	const headers = new Headers(response.headers);
	headers.set(packedAs, 'gzip');
	headers.delete('content-length');
	return new Response(response.body.pipeThrough(new CompressionStream('gzip')), { headers });
}

function unpacked(response: Response | undefined): Response | undefined {
	if (response?.headers.get(packedAs) !== 'gzip' || !response.body) return response;
	const headers = new Headers(response.headers);
	headers.delete(packedAs);
	return new Response(response.body.pipeThrough(new DecompressionStream('gzip')), { headers });
}

async function find(request: RequestInfo, options?: CacheQueryOptions) {
	const cache = await caches.open(cacheName);
	return unpacked(await cache.match(request, options));
}

async function keep(path: string, response: Response) {
	const cache = await caches.open(cacheName);
	await cache.put(path, packed(response));
}

/** Takes out the pages that were read longest ago: a cache lists its entries in the order in which they were put in. */
async function forget() {
	const cache = await caches.open(cacheName);
	const read = (await cache.keys()).filter(({ url }) => {
		const { pathname } = new URL(url);
		return pages.has(pathname) && !first.has(pathname);
	});
	for (const request of read.slice(0, -mostRead)) await cache.delete(request);
}

async function fill() {
	const styles = build.filter((path) => path.startsWith(`${immutable}assets/`));
	const paths = [...styles, ...files, ...(await scripts()), ...kept, searchPage];
	const fetched = paths.map(async (path) => {
		const response = await fetch(path);
		if (!response.ok) throw new Error(`${path}: ${response.status}`);
		await keep(path, response);
	});
	try {
		await Promise.all(fetched);
	} catch (error) {
		await caches.delete(cacheName); // half a copy is none; the version before stays in use
		throw error;
	}
}

/** The copies of earlier versions go; what belongs to others stays. */
async function clear() {
	for (const name of await caches.keys())
		if (name.startsWith(family) && name !== cacheName) await caches.delete(name);
	await self.clients.claim();
}

self.addEventListener('install', (event) => {
	event.waitUntil(fill().then(() => self.skipWaiting()));
});
self.addEventListener('activate', (event) => {
	event.waitUntil(clear());
});

async function cacheFirst(request: Request): Promise<Response> {
	const found = await find(request);
	if (found) return found;
	const response = await fetch(request);
	if (response.ok) await keep(request.url, response.clone());
	return response;
}

/** @param path put what the network sent under this path; a page with a query is not kept */
async function networkFirst(request: Request, path: string | undefined): Promise<Response> {
	try {
		const response = await fetch(request);
		if (path !== undefined && response.ok && !response.redirected) {
			await keep(path, response.clone());
			if (!first.has(path)) await forget();
		}
		return response;
	} catch (error) {
		const found = await find(request, { ignoreSearch: true });
		if (found) return found;
		return orOffline(request, error);
	}
}

/** A page that is not kept says so, and what is. */
async function orOffline(request: Request, error: unknown): Promise<Response> {
	const page = request.mode === 'navigate' ? await find(offlinePage) : undefined;
	if (!page) throw error;
	return new Response(page.body, { status: 503, headers: page.headers });
}

self.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin, pathname, search } = new URL(request.url);
	if (request.method !== 'GET' || origin !== self.location.origin) return;
	if (pathname.startsWith(immutable)) event.respondWith(cacheFirst(request));
	else if (pages.has(pathname) || pathname === script || files.includes(pathname))
		event.respondWith(networkFirst(request, search === '' ? pathname : undefined));
	else if (pathname === searchPage) event.respondWith(networkFirst(request, undefined));
	// Everything else, papers and results above all, is the server's alone: nothing of it is kept.
	else if (request.mode === 'navigate')
		event.respondWith(fetch(request).catch((error: unknown) => orOffline(request, error)));
});
