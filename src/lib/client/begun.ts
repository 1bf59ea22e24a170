/** The half-finished papers of this device. */
import type { Entry } from './entries.ts';
import { attempt, paperKey } from './hints.ts';

/** A paper that was begun and not handed in. */
export interface Begun {
	/** When something was last typed, in milliseconds. */
	at: number;
	/** Where it is gone on with. */
	href: string;
	title: string;
	given: number;
	of: number;
	entries: Entry[];
}

const keptDays = 30;
const dayMillis = 86_400_000;
export const keyOf = (name: string) => paperKey + name;

/** The name under which a paper is kept: a part of it, to try again what went wrong, has a name of its own. */
export function paperName(paper: string): string {
	const only = new URLSearchParams(location.search).get('only');
	return only ? `${paper}?only=${only}` : paper;
}

export function readBegun(name: string): Begun | undefined {
	const begun = attempt(() =>
		JSON.parse(localStorage.getItem(keyOf(name)) ?? 'null')
	) as Begun | null;
	return Array.isArray(begun?.entries) ? begun : undefined;
}

export const writeBegun = (name: string, begun: Begun) =>
	attempt(() => localStorage.setItem(keyOf(name), JSON.stringify(begun)));

/** The half-finished papers by name, the last one first; those of more than thirty days ago go. */
export function begunPapers(now = Date.now()): { paper: string; begun: Begun }[] {
	const keys = attempt(() => Object.keys(localStorage)) ?? [];
	return keys
		.filter((key) => key.startsWith(paperKey))
		.flatMap((key) => {
			const begun = readBegun(key.slice(paperKey.length));
			if (begun && begun.at > now - keptDays * dayMillis)
				return [{ paper: key.slice(paperKey.length), begun }];
			attempt(() => localStorage.removeItem(key));
			return [];
		})
		.sort((a, b) => b.begun.at - a.begun.at);
}

/** @returns whether the paper was begun on this device */
export function forget(name: string): boolean {
	const there = readBegun(name) !== undefined;
	attempt(() => localStorage.removeItem(keyOf(name)));
	return there;
}
