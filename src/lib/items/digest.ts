/** A digest binds its claims to facts as explainers do: `[six weeks](fact:war-2020-length)`. */
const bindingPattern = /\[([^\]]+)\]\(fact:([a-z0-9-]+)\)/g;

/** The digest as a candidate reads it. */
export const digestText = (digest: string): string =>
	digest.replace(bindingPattern, '$1').replace(/\s+/g, ' ').trim();

/** The facts that a digest states. */
export const digestFacts = (digest: string): string[] => [
	...new Set([...digest.matchAll(bindingPattern)].map(([, , id = '']) => id))
];
