/// <reference types="@sveltejs/kit" />
/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />

// Keeps what a reader needs without a connection: the frame, the explainers, the glossary and the search. Pages come
// from the network first, so that nobody reads an old one; hashed files never change and come from the cache first.
import { build, files, prerendered, version } from '$service-worker';

const self = globalThis.self as unknown as ServiceWorkerGlobalScope;

const cacheName = `sourcebook-${version}`;
const searchPage = '/search';
const script = '/_app/main.js';
const immutable = '/_app/immutable/';
const pages = new Set(prerendered);

/** Kept from the first visit on; every other prerendered page is kept once it was read. */
const kept = prerendered.filter((path) =>
	/^\/(?:$|glossary$|explainers\/[^/]+$|search\/)/.test(path)
);

/** The page script's own files, by name; they are not in `build`. */
async function scripts(): Promise<string[]> {
	const response = await fetch('/_app/files.json');
	return response.ok ? ((await response.json()) as string[]).map((file) => `/${file}`) : [];
}

async function fill() {
	const cache = await caches.open(cacheName);
	const styles = build.filter((path) => path.startsWith(`${immutable}assets/`));
	await cache.addAll([...styles, ...files, ...(await scripts()), ...kept, searchPage]);
}

async function clear() {
	for (const name of await caches.keys()) if (name !== cacheName) await caches.delete(name);
	await self.clients.claim();
}

self.addEventListener('install', (event) => {
	event.waitUntil(fill().then(() => self.skipWaiting()));
});
self.addEventListener('activate', (event) => {
	event.waitUntil(clear());
});

async function cacheFirst(request: Request): Promise<Response> {
	const cache = await caches.open(cacheName);
	const found = await cache.match(request);
	if (found) return found;
	const response = await fetch(request);
	if (response.ok) await cache.put(request, response.clone());
	return response;
}

/** @param keep put what the network sent under this path; a page with a query is not kept */
async function networkFirst(request: Request, keep: string | undefined): Promise<Response> {
	const cache = await caches.open(cacheName);
	try {
		const response = await fetch(request);
		if (keep !== undefined && response.ok && !response.redirected)
			await cache.put(keep, response.clone());
		return response;
	} catch (error) {
		const found = await cache.match(request, { ignoreSearch: true });
		if (found) return found;
		throw error;
	}
}

self.addEventListener('fetch', (event) => {
	const { request } = event;
	const { origin, pathname, search } = new URL(request.url);
	if (request.method !== 'GET' || origin !== self.location.origin) return;
	if (pathname.startsWith(immutable)) event.respondWith(cacheFirst(request));
	// Everything else, papers and results above all, is the server's alone.
	else if (pages.has(pathname) || pathname === script || files.includes(pathname))
		event.respondWith(networkFirst(request, search === '' ? pathname : undefined));
	else if (pathname === searchPage) event.respondWith(networkFirst(request, undefined));
});
