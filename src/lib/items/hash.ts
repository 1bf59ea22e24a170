/**
 * A 32-bit hash of a text, the same on every machine: FNV-1a over UTF-16 code units, then the finaliser of
 * MurmurHash3, so that close texts get far values. For ids and choices, not for secrets.
 * Sources: Fowler, Noll and Vo, IETF draft-eastlake-fnv; Appleby, MurmurHash3 (fmix32).
 */
export const hash = (text: string): number => finish(mix(start, text));

const start = 0x811c9dc5;

/** Takes the code units of a text, one after the other, into a hash that has begun. */
function mix(begun: number, text: string): number {
	let value = begun;
	for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
	return value;
}

function finish(mixed: number): number {
	let value = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
	value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
	return (value ^ (value >>> 16)) >>> 0;
}

/** Two hashes as one: the same things in another order each turn, without reading their names again. */
export const hashBoth = (one: number, other: number): number => finish(one ^ other);

/** Seven characters of base 36 at most: short names for options, revisions and bank versions. */
export const shortHash = (text: string): string => hash(text).toString(36).padStart(7, '0');

/** A list in an order that depends on nothing but a name and the names of its members. */
export function hashOrder<T>(list: readonly T[], name: string, nameOf: (one: T) => string): T[] {
	const begun = mix(start, `${name}/`); // the same for all members: taken in once
	return list
		.map((one) => ({ one, rank: finish(mix(begun, nameOf(one))) }))
		.sort((a, b) => a.rank - b.rank)
		.map(({ one }) => one);
}
