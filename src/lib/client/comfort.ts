/** What the reader chose about the look, kept on this device; src/lib/client/first.ts applies it before the first paint. */

const key = 'comfort';

/** Choices by name: only those that differ from the usual. */
export type Chosen = Record<string, string>;

export function chosen(): Chosen {
	try {
		return JSON.parse(localStorage.getItem(key) ?? '{}') as Chosen;
	} catch {
		return {};
	}
}

/** @returns false when this browser keeps nothing */
export function choose(name: string, value: string): boolean {
	const all = { ...chosen(), [name]: value };
	const kept = Object.entries(all).filter(([, value]) => value !== '');
	try {
		if (kept.length > 0) localStorage.setItem(key, JSON.stringify(Object.fromEntries(kept)));
		else localStorage.removeItem(key);
	} catch {
		return false;
	}
	dispatchEvent(new Event('comfort'));
	return true;
}
