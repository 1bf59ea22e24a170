import type { Item, Rationale } from './item.ts';

const flat = <T extends { rationale: Rationale }>({ rationale, ...part }: T) => ({
	...part,
	rationale: rationale.text,
	sources: rationale.sources
});

/**
 * An item as one record of the bank's JSON lines: as it is, but each rationale is its text, with its citations beside
 * it as `sources`. Kinds without options have `key` and `rationale` on the item.
 */
export function itemRecord(item: Item): Record<string, unknown> {
	if ('entries' in item) return { ...item, entries: item.entries.map(flat) };
	if ('rows' in item) return { ...item, rows: item.rows.map(flat) };
	if ('options' in item) return { ...item, options: item.options.map(flat) };
	return { ...item, rationale: item.rationale.text };
}
