// The scripts of the pages run here as they are: `fetch` and `localStorage` are what they know of a browser.
import { ask } from './wire.ts';

/** An address as a student's browser sees it: the cookie travels in its fragment. */
export const addressFor = (address: string, token: string) => `${address}#${token}`;

/** Requests that broke or were answered "try again", since the process began. */
export const met = { breaks: 0 };

async function fetchHere(address: string, init: RequestInit): Promise<Response> {
	const { origin, pathname, search, hash } = new URL(address);
	const body = init.body === undefined ? {} : { body: String(init.body) };
	const sent = { origin, path: pathname + search, token: hash.slice(1), ...body };
	try {
		const { status, text } = await ask({ ...sent, signal: init.signal });
		if (status >= 500) met.breaks += 1;
		return new Response(text, { status });
	} catch (problem) {
		met.breaks += 1;
		throw problem;
	}
}

/** Gives this process what the scripts of the pages use. */
export function becomeBrowser(): void {
	const kept = new Map<string, string>();
	const localStorage = {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value),
		removeItem: (key: string) => void kept.delete(key)
	};
	Object.defineProperty(globalThis, 'localStorage', { value: localStorage, configurable: true });
	Object.defineProperty(globalThis, 'fetch', { value: fetchHere, configurable: true });
}
