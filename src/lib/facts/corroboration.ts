import { group, need, type Index } from './pack.ts';
import type { Evidence, Fact, Source } from './schema.ts';

/**
 * Whose voice a source is in the end: the publisher at the root of its chain of copies and translations.
 * An agency's report, its copy and its translations are one voice.
 */
export function originOf(
	source: Source,
	index: Index,
	seen: ReadonlySet<string> = new Set()
): string {
	const last = source['derived-from'].at(-1);
	if (!last) return source.publisher;
	const further = last.source === undefined ? undefined : index.source.get(last.source);
	if (!further || seen.has(source.id)) return last.publisher;
	return originOf(further, index, new Set([...seen, source.id]));
}

/**
 * The text that a source is, or is a copy or translation of: the id of the farthest source that its chain leads to. What
 * comes from a text that is no source here stands for itself: a publisher has more than one text.
 */
export function textOf(
	source: Source,
	index: Index,
	seen: ReadonlySet<string> = new Set()
): string {
	const linked = source['derived-from'].findLast((step) => step.source !== undefined);
	const further = linked?.source === undefined ? undefined : index.source.get(linked.source);
	if (!further || seen.has(source.id)) return source.id;
	return textOf(further, index, new Set([...seen, source.id]));
}

/** The evidence of a fact by independent voice, in the order in which the editor wrote it. */
export function voicesOf(fact: Fact, index: Index): { origin: string; evidence: Evidence[] }[] {
	const origins = group(fact.evidence, ({ source }) => [
		originOf(need(index.source, source, 'source'), index)
	]);
	return [...origins].map(([origin, evidence]) => ({ origin, evidence }));
}

/** How many independent voices support a fact. */
export const corroboration = (fact: Fact, index: Index): number =>
	voicesOf(fact, index).filter(({ evidence }) =>
		evidence.some(({ stance }) => stance === 'supports')
	).length;

/** Where in a source something stands. */
export type Place = Partial<Pick<Evidence, 'paragraph' | 'point' | 'article' | 'page' | 'passage'>>;

/** Where in the source: "¶ 7", "point 3", "article 4", "p. 12", or the passage as named. Empty when it has no place. */
export function locatorText(place: Place): string {
	const { paragraph, point, article, page, passage } = place;
	if (paragraph !== undefined) return `¶ ${paragraph}`;
	if (point !== undefined) return `point ${point}`;
	if (article !== undefined) return `article ${article}`;
	if (page !== undefined) return `p. ${page}`;
	return passage ?? '';
}
