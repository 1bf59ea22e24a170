import type { Item, Rationale } from './item.ts';

const flat = <T extends { rationale: Rationale }>({ rationale, ...part }: T) => ({
	...part,
	rationale: rationale.text,
	sources: rationale.sources
});

const together = (parts: { rationale: Rationale }[]): string =>
	parts.map(({ rationale }) => rationale.text).join(' ');

/**
 * An item as one record of the bank's JSON lines: as it is, but each rationale is its text, with its citations beside
 * it as `sources`. Items without options of their own have `key` and `rationale` on the item: the ids of the entries in
 * order, the right option or verdict of each row, the date or the number.
 */
export function itemRecord(item: Item): Record<string, unknown> {
	if ('entries' in item) {
		const sorted = [...item.entries].sort((a, b) => a.place - b.place);
		return {
			...item,
			entries: item.entries.map(flat),
			key: sorted.map(({ id }) => id),
			rationale: together(sorted)
		};
	}
	if ('rows' in item)
		return {
			...item,
			rows: item.rows.map(flat),
			key: Object.fromEntries(item.rows.map(({ id, key }) => [id, key])),
			rationale: together(item.rows)
		};
	if ('options' in item) return { ...item, options: item.options.map(flat) };
	return { ...item, rationale: item.rationale.text };
}
