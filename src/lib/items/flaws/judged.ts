import type { ItemRecord } from './record.ts';
import { wordsOf } from './text.ts';

/** An item as the checkers see it: any kind, by its parts. */
export interface Judged {
	id: string;
	kind: string;
	stem: string;
	/** Offered answers in the order of the record. */
	options: string[];
	/** Those that are right, and those that are wrong; empty where the rows hold the keys. */
	keys: string[];
	distractors: string[];
	/** Only one option may be right. */
	single: boolean;
	/** Rows with the text of their key: an option or a verdict. */
	rows: { text: string; key: string }[];
	/** Rows are judged (supported, contradicted …), not matched to options. */
	verdicts: boolean;
	entries: string[];
	/** What is to be typed in. */
	typed: string | undefined;
	/** The year that the rationale of an option names first: when it was. */
	years: ReadonlyMap<string, number>;
	/** All texts of the record, to tell what its words are about. */
	words: ReadonlySet<string>;
}

/** All items judged together: what one of them tells about another. */
export interface Company {
	/** How many items have a word, anywhere. */
	uses: ReadonlyMap<string, number>;
	/** Items in which a text is an option. */
	offered: ReadonlyMap<string, ReadonlySet<Judged>>;
	/** When the options of all items were, as far as their rationales tell, by their text. */
	years: ReadonlyMap<string, number>;
	/** Items by their stem. */
	asked: ReadonlyMap<string, readonly Judged[]>;
	size: number;
}

/** Kinds in which more than one option is right, beside a stem that says so. */
const severalKinds = /^(?:several|multi|multiple|agree)/;
const severalStems =
	/\b(?:choose|select|pick|mark|tick|check) (?:two|three|four|all|every)|\bwhich (?:two|three|four)\b|\b(?:two|three) of (?:these|the)\b/i;

/** A record by what it asks: a sentence with gaps asks for each gap, with the keys in the others. */
export function judged(record: ItemRecord): Judged[] {
	const { gaps, parts = [] } = record;
	if (!gaps) return [one(record)];
	const keys = gaps.map(({ options }) => options.find(({ key }) => key)?.text ?? '');
	return gaps.map(({ options }, asked) => {
		const filled = parts.map((part, at) => part + (at === asked ? ' … ' : (keys[at] ?? '')));
		return one({ ...record, stem: filled.join(''), options });
	});
}

function one(record: ItemRecord): Judged {
	const { id, kind = '', stem, options = [], rows = [], entries = [], key, rationale } = record;
	const texts = (right: boolean) =>
		rows.length > 0
			? []
			: options.filter((one) => (one.key ?? false) === right).map(({ text }) => text);
	const rationales = options.map((option) => option.rationale ?? '');
	return {
		...{ id, kind, stem },
		options: options.map(({ text }) => text),
		keys: texts(true),
		distractors: texts(false),
		single: !severalKinds.test(kind) && !severalStems.test(stem),
		rows: rows.map((row) => ({
			text: row.text,
			key: options.find((option) => option.id === row.key)?.text ?? row.key ?? ''
		})),
		verdicts: rows.length > 0 && options.length === 0,
		entries: entries.map(({ text }) => text),
		typed:
			options.length + rows.length + entries.length === 0 &&
			['string', 'number'].includes(typeof key)
				? String(key)
				: undefined,
		years: new Map(options.flatMap(({ text, rationale: why = '' }) => yearIn(text, why))),
		words: wordsOf([stem, rationale ?? '', record.report?.digest ?? '', ...rationales].join(' '))
	};
}

/** The first year of a text, beside what it is about. */
function yearIn(about: string, text: string): [string, number][] {
	const year = /\b(?:1[5-9]|20)\d\d\b/.exec(text)?.[0];
	return year === undefined ? [] : [[about, Number(year)]];
}

/** The key of an item in which exactly one option is right, with at least two distractors. */
export const soleKey = ({ keys, distractors }: Judged): string | undefined =>
	keys.length === 1 && distractors.length >= 2 ? keys[0] : undefined;

export function companyOf(items: readonly Judged[]): Company {
	const uses = new Map<string, number>();
	const offered = new Map<string, Set<Judged>>();
	const asked = new Map<string, Judged[]>();
	for (const item of items) {
		const own = [...item.options, ...item.rows.map(({ text }) => text), ...item.entries];
		for (const word of new Set([...item.words, ...wordsOf(own.join(' '))]))
			uses.set(word, (uses.get(word) ?? 0) + 1);
		for (const text of item.options) offered.set(text, (offered.get(text) ?? new Set()).add(item));
		const same = asked.get(item.stem) ?? [];
		same.push(item);
		asked.set(item.stem, same);
	}
	const years = new Map(items.flatMap((item) => [...item.years]));
	return { uses, offered, years, asked, size: items.length };
}
