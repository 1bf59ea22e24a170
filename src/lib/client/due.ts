/** How many questions are to be reviewed, for a page that may not load the reviews to count them. */
import { attempt } from './hints.ts';

const key = 'due';

/** From which moment on how many are due, if none is reviewed until then; the earliest first. */
export type Digest = readonly (readonly [from: number, due: number])[];

/** Keeps it for the next page; nothing of it where nothing is ever due. */
export const keepDigest = (digest: Digest) =>
	attempt(() =>
		digest.some(([, due]) => due > 0)
			? localStorage.setItem(key, JSON.stringify(digest))
			: localStorage.removeItem(key)
	);

/** How many are due at a moment. */
export function dueAt(now: number): number {
	const digest = attempt(() => JSON.parse(localStorage.getItem(key) ?? '[]') as Digest) ?? [];
	return digest.findLast(([from]) => from <= now)?.[1] ?? 0;
}
