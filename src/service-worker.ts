/// <reference types="@sveltejs/kit" />
/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />

// Keeps what a reader needs without a connection: the frame, the explainers at all levels with their evidence and
// questions, timeline, map, glossary and search, some papers of every module with what marks and explains them
// (src/lib/server/pages/kept.ts), and what the reader met last; in less than 1.5 MB (src/lib/worker/room.ts). Pages come
// from the network first, so that nobody reads an old one; where it keeps silent for some seconds, the copy serves. A
// version is kept whole or not at all: nothing of another version gets among its copies, and every page names the
// script of its own version.
import { files, version } from '$service-worker';
import { isPractice, practice } from '#lib/worker/practice.ts';
import { practiceName } from '#lib/worker/room.ts';
import {
	copyOf,
	hashed,
	isHashed,
	keepRead,
	keepWhole,
	ofWhole,
	type Names
} from '#lib/worker/version.ts';

const self = globalThis.self as unknown as ServiceWorkerGlobalScope;

const family = 'sourcebook-';
const names: Names = {
	whole: `${family}${version}`,
	read: `${family}${version}-read`,
	script: `/_app/immutable/main-${version}.js` // tools/client-script.ts
};
const own = [names.whole, names.read, practiceName];

/** Pages without a part of the reader's in them, which may be kept when they are read. */
const isReading = (path: string) =>
	/^\/(?:$|(?:about|accessibility|balance|entities|explainers|facts|glossary|method|privacy|progress|quiz$|report|review|search$|settings|shortcuts|sources)(?:\/|$))/.test(
		path
	);
/** What a device without a copy of it can still show, by what it keeps of the evidence. */
const isEvidence = (path: string) => /^\/(?:facts|sources)\/[^/.]+$/.test(path);
const isQuiz = (path: string) =>
	/^\/quiz\/(?!open$|mixed$)[^/.]+(?:\/[^/.]+(?:\/result)?)?$/.test(path);
const isData = (path: string) => /\.\w+$/.test(path);

/** A reader who asks to be spared data gets what says so when there is no connection, and keeps what they read. */
const sparing = () =>
	(navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;

/** The copies of earlier versions go; what belongs to others stays. */
async function clear() {
	for (const name of await caches.keys())
		if (name.startsWith(family) && !own.includes(name)) await caches.delete(name);
	await self.clients.claim();
}

self.addEventListener('install', (event) => event.waitUntil(keepWhole(names, files, sparing())));
self.addEventListener('activate', (event) => event.waitUntil(clear()));
// A new version waits until the reader wants it, or no page of the old one is open (src/lib/client/update.ts).
self.addEventListener('message', ({ data }) => {
	if (data === 'take-over') void self.skipWaiting();
});

/** A page that is not kept says so, and what is. */
async function orOffline(request: Request, error: unknown): Promise<Response> {
	const page = request.mode === 'navigate' ? await ofWhole('/offline', names) : undefined;
	if (!page) throw error;
	return new Response(page.body, { status: 503, headers: page.headers });
}

/** So long a page may keep a reader waiting who has a copy of it: some connections neither serve nor fail. */
const patienceMillis = 5_000;

/** What the network answers. @throws when it does not; in time, where a copy can serve instead */
function fromNetwork(request: Request, hasCopy: boolean): Promise<Response> {
	const answer = fetch(request);
	if (!hasCopy) return answer;
	const late = new Promise<never>((_, fail) =>
		setTimeout(() => fail(new Error(`no answer in ${patienceMillis} ms`)), patienceMillis)
	);
	return Promise.race([answer, late]);
}

/** A page from the network, else its copy. One with a query is not kept: its copy without the query serves. */
async function page(event: FetchEvent): Promise<Response> {
	const { request } = event;
	const { pathname, search } = new URL(request.url);
	try {
		const hasCopy = Boolean(await copyOf(request, names, { ignoreSearch: true }));
		const response = await fromNetwork(request, hasCopy);
		if (search === '' && isReading(pathname))
			event.waitUntil(keepRead(pathname, response.clone(), names).catch(() => undefined));
		return response;
	} catch (error) {
		return (
			(await copyOf(request, names, { ignoreSearch: true })) ??
			(isEvidence(pathname) ? await ofWhole('/offline/evidence', names) : undefined) ??
			orOffline(request, error)
		);
	}
}

/** A quiz, a paper or a result: where the server can't be reached, the device shows it. */
async function quiz({ request }: FetchEvent): Promise<Response> {
	const { pathname, search } = new URL(request.url);
	try {
		// of a module any paper will do, and some are kept
		const isModule = /^\/quiz\/[^/]+$/.test(pathname) && request.method === 'GET';
		return await fromNetwork(request, isModule);
	} catch (error) {
		// what was typed is kept by the page (src/lib/client/keep.ts), and handed in on the device
		if (request.method === 'POST') return Response.redirect(`${pathname}${search}#hand-in`, 303);
		return (await ofWhole('/offline/paper', names)) ?? orOffline(request, error);
	}
}

const data = async ({ request }: FetchEvent) => (await ofWhole(request, names)) ?? fetch(request);

/** Who answers a request; nobody but the server, where nothing fits. */
function answerer({ method, mode, url }: Request) {
	const { origin, pathname } = new URL(url);
	if (origin !== self.location.origin) return undefined;
	if (mode === 'navigate' && isQuiz(pathname)) return quiz;
	if (method !== 'GET') return undefined;
	if (isHashed(pathname)) return ({ request }: FetchEvent) => hashed(request, names);
	if (isPractice(pathname)) return ({ request }: FetchEvent) => practice(request, names);
	if (mode === 'navigate' || (isReading(pathname) && !isData(pathname))) return page;
	return isData(pathname) ? data : undefined;
}

self.addEventListener('fetch', (event) => {
	const answer = answerer(event.request);
	if (answer) event.respondWith(answer(event));
});
