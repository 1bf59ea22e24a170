import { readNumber } from '../../src/lib/marking/read-entry.ts';
import fc from 'fast-check';
import { expect } from 'vitest';
import { assemble } from '../../src/lib/forms/assemble.ts';
import type { Form } from '../../src/lib/forms/form.ts';
import { kinds, type Item } from '../../src/lib/items/item.ts';
import { fullMark } from '../../src/lib/items/parts.ts';
import type { Response } from '../../src/lib/marking/response.ts';
import { mills, sound } from './packs.ts';
import { anyResponse } from './responses.ts';

export const { index, bank } = sound('the small pack', mills());
const module = index.module.get('orrin');
if (!module) throw new Error('the small pack has lost its module');

/** A form with three items of every kind, whatever they give away. */
export const form: Form = {
	...assemble(bank, module, '000000'),
	items: kinds.flatMap((kind) =>
		bank.items
			.filter((item) => item.kind === kind)
			.slice(0, 3)
			.map((item) => ({ item, marks: fullMark(item) }))
	)
};

export const someResponses = fc.tuple(...form.items.map(({ item }) => anyResponse(item)));

/** Responses up to what makes no difference: the order of options, how a number was typed. */
export const normal = (responses: readonly (Response | undefined)[] | undefined) =>
	responses?.map((response) => {
		if (response && 'options' in response) return { options: [...response.options].sort() };
		if (response && 'text' in response) return { text: readNumber(response.text) ?? response.text };
		return response;
	});

/** Every id that a response names. */
function idsIn(response: Response): string[] {
	if ('option' in response) return [response.option].filter(Boolean);
	if ('options' in response) return response.options;
	if ('places' in response) return Object.keys(response.places);
	return 'rows' in response ? Object.entries(response.rows).flat() : [];
}
/** Every id that an item knows. */
export const idsOf = (item: Item): string[] => [
	...('options' in item ? item.options : []).map(({ id }) => id),
	...('rows' in item ? item.rows : []).map(({ id }) => id),
	...('entries' in item ? item.entries : []).map(({ id }) => id),
	...('gaps' in item ? item.gaps : []).flatMap(({ id, options }) => [
		id,
		...options.map(({ id }) => id)
	]),
	...(item.kind === 'support' ? ['supported', 'contradicted', 'not-stated'] : [])
];
/** A response to this form names what its items have, and nothing else. */
export function expectOwnIds(responses: readonly (Response | undefined)[]) {
	expect(responses).toHaveLength(form.items.length);
	responses.forEach((response, at) => {
		const item = form.items[at]?.item;
		if (response && item) expect(idsOf(item)).toEqual(expect.arrayContaining(idsIn(response)));
	});
}
