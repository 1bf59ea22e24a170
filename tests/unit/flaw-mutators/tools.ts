import type { Draw } from '../../../src/lib/forms/seed.ts';
import type { ItemRecord } from '../../../src/lib/items/flaws/record.ts';

/** Puts a flaw into an item; undefined where it cannot be put. `other` is another item of the bank. */
export type Mutator = (item: ItemRecord, draw: Draw, other: ItemRecord) => ItemRecord | undefined;

export type Option = NonNullable<ItemRecord['options']>[number];

export const one = <T>(list: readonly T[], draw: Draw): T => list[draw.below(list.length)] as T;
export const lower = (text: string) =>
	/^\p{Lu}\p{Ll}/u.test(text) ? text[0]?.toLowerCase() + text.slice(1) : text;

/** For items with options of which one is right. */
export const sole =
	(
		change: (
			item: ItemRecord & { options: Option[] },
			draw: Draw,
			other: ItemRecord
		) => ItemRecord | undefined
	): Mutator =>
	(item, draw, other) => {
		const { options, rows } = item;
		if (!options || rows || options.filter(({ key }) => key).length !== 1) return undefined;
		return change({ ...item, options }, draw, other);
	};
export const stem =
	(change: (text: string, draw: Draw) => string | undefined): Mutator =>
	(item, draw) => {
		const changed = change(item.stem, draw);
		return changed === undefined || changed === item.stem ? undefined : { ...item, stem: changed };
	};
/** The text of every option, by whether it is the key and its place among those of its sort. */
export const texts = (
	change: (text: string, key: boolean, at: number, draw: Draw) => string | undefined
): Mutator =>
	sole((item, draw) => {
		let at = 0;
		const options = item.options.map((option) => ({
			...option,
			text: change(option.text, option.key ?? false, option.key ? 0 : at++, draw) ?? ''
		}));
		return options.some(({ text }) => text === '') ? undefined : { ...item, options };
	});
export const keyText = (change: (text: string, draw: Draw) => string | undefined): Mutator =>
	texts((text, key, _, draw) => (key ? change(text, draw) : text));
export const distractorText = (change: (text: string, draw: Draw) => string | undefined): Mutator =>
	texts((text, key, at, draw) => (!key && at === 0 ? change(text, draw) : text));
export const anyText = (change: (text: string, draw: Draw) => string | undefined): Mutator =>
	sole((item, draw) => {
		const chosen = draw.below(item.options.length);
		const text = change(item.options[chosen]?.text ?? '', draw);
		if (text === undefined) return undefined;
		return {
			...item,
			options: item.options.map((option, at) => (at === chosen ? { ...option, text } : option))
		};
	});
/** One more option, or in place of the last distractor. */
export const lastOption = (phrases: readonly string[]): Mutator =>
	sole((item, draw) => {
		const text = one(phrases, draw);
		const isKey = draw.below(4) === 0;
		const options = item.options.map((option) => (isKey ? { ...option, key: false } : option));
		return { ...item, options: [...options, { id: 'added', text, key: isKey, rationale: '' }] };
	});

export const isText = (text: string) =>
	!/^\W*\d/.test(text) && !/^\p{L}+ \d{4}$/u.test(text) && /\p{L}{3}/u.test(text);
export const onlyTexts =
	(change: (text: string, draw: Draw) => string) => (text: string, draw: Draw) =>
		isText(text) ? change(text, draw) : undefined;
export const date = /^(?:(\d{1,2}) )?(?:(\p{L}+) )?(\d{4})$/u;
/** "In which year did …" → "did", to be turned. */
export const auxiliary = /\b(did|does|do|was|were|is|are)\b/;
/** It stands in the question itself, not in what somebody said. */
export const isAsked = (pattern: RegExp, text: string) => {
	const at = text.search(pattern);
	return at >= 0 && !/\b(?:that|said)\b/.test(text.slice(0, at));
};
export const preposition =
	/^(?:In|On|At|By|From|With|For|Under|During|After|Before|Between|Because)\b/;
export const names =
	/(?<=\S )(?:the |an? )?\p{Lu}[\p{L}’-]+(?: (?:of |and |the )*\p{Lu}[\p{L}’-]+)*/u;
export const words = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
