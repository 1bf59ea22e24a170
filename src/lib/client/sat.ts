/** The papers that were handed in on this device: where the result is, and what it was. */
import type { Sat } from '#lib/practice/merge.ts';
import { attempt, satKey } from './hints.ts';

const most = 200;
const handingKey = 'handing-in';

/** A paper leaves this tab for its result; a result that somebody shared comes without this. */
export const noteHandingIn = (name: string) =>
	attempt(() => sessionStorage.setItem(handingKey, name));

/** It came back, and is gone on with. */
export const noteTyping = () => attempt(() => sessionStorage.removeItem(handingKey));

/** @returns whether this paper was just handed in here; once */
export function wasHandedIn(name: string): boolean {
	const handed = attempt(() => sessionStorage.getItem(handingKey)) === name;
	if (handed) noteTyping();
	return handed;
}

export function readSat(name: string): Sat | undefined {
	const sat = attempt(() =>
		JSON.parse(localStorage.getItem(satKey + name) ?? 'null')
	) as Sat | null;
	return typeof sat?.at === 'number' ? sat : undefined;
}

/** All of them, the last one first. */
export const satPapers = (): Sat[] =>
	(attempt(() => Object.keys(localStorage)) ?? [])
		.filter((key) => key.startsWith(satKey))
		.flatMap((key) => readSat(key.slice(satKey.length)) ?? [])
		.sort((a, b) => b.at - a.at);

/** Keeps that papers were handed in; of very many, the last ones. */
export function keepSat(...sats: Sat[]) {
	for (const sat of sats)
		attempt(() => localStorage.setItem(satKey + sat.paper, JSON.stringify(sat)));
	for (const { paper } of satPapers().slice(most)) forgetSat(paper);
}

export const forgetSat = (name: string) => attempt(() => localStorage.removeItem(satKey + name));
