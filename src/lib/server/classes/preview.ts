import type { Form } from '#lib/forms/form.ts';
import type { Item } from '#lib/items/item.ts';
import { partsOf, questionOf } from '#lib/items/parts.ts';
import { kindNames, levelNames } from '../pages/item-choice.ts';

/** A question as a teacher looks at it before setting it: with its key. */
export const questionShown = (item: Item) => ({
	id: item.id,
	question: questionOf(item),
	kind: kindNames[item.kind],
	level: levelNames[item.level],
	parts: partsOf(item)
});
export type QuestionShown = ReturnType<typeof questionShown>;

export const questionsShown = (form: Form): QuestionShown[] =>
	form.items.map(({ item }) => questionShown(item));
