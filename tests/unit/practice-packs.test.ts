import { describe, expect, test } from 'vitest';
import type { Form } from '#lib/forms/form.ts';
import type { Item } from '#lib/items/item.ts';
import { fullMark } from '#lib/items/parts.ts';
import type { Response } from '#lib/marking/response.ts';
import { alone } from '#lib/papers/alone.ts';
import { feedbackOn } from '#lib/papers/feedback.ts';
import { groundsOf, type PracticeItem } from '#lib/papers/pack.ts';
import { groundsIn } from '#lib/server/papers.ts';
import { practiceItem } from '#lib/server/practice.ts';
import { soundPacks } from './packs.ts';
import { fieldsOf, rightResponse, wrongResponses } from './responses.ts';

const paper = (item: Item): Form => ({
	...{ module: 'm', seed: '7K3M9Q', bank: 'b', lacks: [] },
	items: [{ item, marks: fullMark(item) }]
});

describe.each(soundPacks())('what a device is sent of $name', ({ index, bank }) => {
	const grounds = groundsIn(index);
	const sent = (id: string): PracticeItem =>
		JSON.parse(JSON.stringify(practiceItem(id, { index, bank })));

	test('explains every item as the server does, whatever was answered', () => {
		for (const item of bank.items) {
			const pack = sent(item.id);
			const answers: Response[] = [rightResponse(item), ...wrongResponses(item).slice(0, 1)];
			for (const response of answers)
				expect(feedbackOn(paper(pack.item), 1, response, groundsOf(pack)), item.id).toEqual(
					feedbackOn(paper(item), 1, response, grounds)
				);
		}
	});

	test('judges an item by itself, under fields of its own', () => {
		for (const item of bank.items.filter((_, at) => at % 7 === 0)) {
			const { view, judge } = alone(sent(item.id), 'seed', 1007);
			expect(view.number).toBe(1007);
			const judged = judge(fieldsOf(item, 1007, rightResponse(item)));
			expect(judged, item.id).toMatchObject({ verdict: 'right', gained: fullMark(item) });
			expect(judge([])).toMatch(/\S/);
		}
	});

	test('has nothing of an item that the bank does not have', () => {
		expect(practiceItem('no-such.single.item', { index, bank })).toBeUndefined();
	});
});
