import { formatOf, type ChoiceItem, type Item } from '../../src/lib/items/item.ts';

export const isChoice = (item: Item): item is ChoiceItem => formatOf[item.kind] === 'choice';

export const key = ({ options }: ChoiceItem): string => options.find(({ key }) => key)?.text ?? '';
export const distractors = ({ options }: { options: { text: string; key: boolean }[] }): string[] =>
	options.flatMap(({ text, key }) => (key ? [] : [text]));

/** The items that break a law, with what breaks it: a failing test names them all. */
export const broken = (items: readonly Item[], law: (item: Item) => unknown[]): string[] =>
	items.flatMap((item) => law(item).map((what) => `${item.id}: ${String(what)}`));
