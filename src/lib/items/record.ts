import { byFormat, type Format, type Item, type ItemIn, type Rationale } from './item.ts';
import { answerOf } from './parts.ts';

const flat = <T extends { rationale: Rationale }>({ rationale, ...part }: T) => ({
	...part,
	rationale: rationale.text,
	sources: rationale.sources
});

const keyed = <T extends { id: string; key: string }>(rows: T[]) =>
	Object.fromEntries(rows.map(({ id, key }) => [id, key]));

/** The parts of a record that depend on how the item is answered. */
const parts: { [F in Format]: (item: ItemIn<F>) => Record<string, unknown> } = {
	choice: ({ options }) => ({ options: options.map(flat) }),
	multiple: ({ options }) => ({ options: options.map(flat) }),
	cloze: ({ gaps }) => ({
		gaps: gaps.map((gap) => ({ ...gap, options: gap.options.map(flat) })),
		key: keyed(
			gaps.map(({ id, options }) => ({ id, key: options.find(({ key }) => key)?.id ?? '' }))
		)
	}),
	order: ({ entries }) => ({
		entries: entries.map(flat),
		key: [...entries].sort((a, b) => a.place - b.place).map(({ id }) => id)
	}),
	match: ({ rows }) => ({ rows: rows.map(flat), key: keyed(rows) }),
	support: ({ rows }) => ({ rows: rows.map(flat), key: keyed(rows) }),
	date: () => ({}),
	number: () => ({}),
	short: () => ({})
};

/**
 * An item as one record of the bank's JSON lines: as it is, but each rationale is its text, with its citations beside
 * it as `sources`. Items without options of their own have `key` and `rationale` on the item: the ids of the entries in
 * order, the right option or verdict of each row or gap, the date, the number or the name.
 */
export const itemRecord = (item: Item): Record<string, unknown> => {
	const own = byFormat(parts, item);
	const why = [...new Set(answerOf(item).map(({ rationale }) => rationale.text))].join(' ');
	return { ...item, ...own, ...('options' in own ? {} : { rationale: why }) };
};
