import type { Index } from '../pack.ts';

/** What a check of one family gets: the pack, and a way to name what is wrong and where. */
export interface CheckContext {
	index: Index;
	/** `kind` is the collection (facts, entities …), `path` leads into the record. */
	report(
		kind: string,
		id: string,
		path: readonly PropertyKey[],
		code: string,
		message: string
	): void;
}

/** Whether an id can stand for a side: one of the sourcebook's, or an entity such as a third state. */
export const isSide = (id: string, { pack, entity }: Index): boolean =>
	entity.has(id) || pack.sourcebook.sides.some((side) => side.id === id);

export const countWords = (text: string): number => text.trim().split(/\s+/).length;

/** Loaded words outside quotation marks. */
export function loadedWords(text: string, loaded: readonly string[]): string[] {
	const unquoted = text.replace(/“[^”]*”|"[^"]*"/g, ' ');
	return loaded.filter((word) => new RegExp(`\\b${word}\\b`, 'i').test(unquoted));
}

/** A quotation may have at most this many words. */
export const longestQuotation = 12;
