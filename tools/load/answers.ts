// Answers to any question, as many different ones as its format has.
import { cutDate } from '../../src/lib/facts/dates.ts';
import type { Form } from '../../src/lib/forms/form.ts';
import { byFormat, verdicts, type Format, type ItemIn } from '../../src/lib/items/item.ts';
import { fieldsOf } from '../../src/lib/marking/fields.ts';
import type { Response, Responses } from '../../src/lib/marking/response.ts';

type Named = readonly { id: string }[];
type Answers = { [F in Format]: (item: ItemIn<F>) => Responses[F] };

const nth = (list: Named, which: number) => list[which % list.length]?.id ?? '';
const inRows = (rows: Named, values: Named, which: number) => ({
	rows: Object.fromEntries(rows.map(({ id }, at) => [id, nth(values, at + which)]))
});
const verdictIds = verdicts.map((id) => ({ id }));

const answers = (which: number): Answers => ({
	choice: ({ options }) => ({ option: nth(options, which) }),
	multiple: ({ options }) => ({ options: [nth(options, which)] }),
	cloze: ({ gaps }) => ({
		rows: Object.fromEntries(gaps.map(({ id, options }) => [id, nth(options, which)]))
	}),
	order: ({ entries }) => ({
		places: Object.fromEntries(
			entries.map(({ id }, at) => [id, ((at + which) % entries.length) + 1])
		)
	}),
	match: ({ rows, options }) => inRows(rows, options, which),
	support: ({ rows }) => inRows(rows, verdictIds, which),
	date: ({ worth }) => ({ text: cutDate(`${1990 + (which % 30)}-05-07`, worth) }),
	number: () => ({ text: String(1 + which) }),
	short: () => ({ text: `word ${which}` })
});

/** The fields of one answer to a question. @param number of the question, 1-based */
export function answerTo({ items }: Form, number: number, which: number): [string, string][] {
	const item = items[number - 1]?.item;
	if (!item) throw new Error(`the paper has no question ${number}`);
	return fieldsOf(item, number, byFormat<Response>(answers(which), item));
}
