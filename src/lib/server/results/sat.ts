import type { Form } from '#lib/forms/form.ts';
import { byFormat, type Item } from '#lib/items/item.ts';
import { mark } from '#lib/marking/mark.ts';
import type { Mark, Response, Responses } from '#lib/marking/response.ts';
import type { Attempt } from '#lib/statistics/attempts.ts';

/** One paper that was sat and handed in, from the database or from a result code: what reports are made from. */
export interface Sat {
	/** Names it in addresses; unique in a report. */
	id: string;
	/** Which papers are of one student. */
	student: string;
	/** Whose it is, as the teacher knows them. */
	name: string;
	/** 1 for the first attempt. */
	n: number;
	form: Form;
	/** In the order of the form; undefined where nothing was given. */
	responses: readonly (Response | undefined)[];
	/** Milliseconds UTC; null when not known. */
	startedAt: number | null;
	submittedAt: number | null;
}

/** One item of a paper with what became of it. */
export interface Given {
	/** 1-based number on the paper. */
	number: number;
	item: Item;
	response: Response | undefined;
	mark: Mark;
}

/** What became of every item of a paper. */
export const givenIn = ({ form, responses }: Sat): Given[] =>
	form.items.map(({ item, marks }, at) => {
		const response = responses[at];
		const nothing = { gained: 0, full: marks, answered: false };
		return { number: at + 1, item, response, mark: response ? mark(item, response) : nothing };
	});

/** The score of a paper, in marks. */
export function scoreOf(sat: Sat): { gained: number; full: number } {
	const marks = givenIn(sat).map((one) => one.mark);
	return {
		gained: marks.reduce((sum, { gained }) => sum + gained, 0),
		full: marks.reduce((sum, { full }) => sum + full, 0)
	};
}

/** Ids of the options that were chosen; undefined for kinds without options. */
function chosenOf(item: Item, response: Response | undefined): string[] | undefined {
	const none = () => undefined;
	return byFormat<string[] | undefined>(
		{
			choice: () => [(response as Responses['choice'] | undefined)?.option ?? ''].filter(Boolean),
			multiple: () => (response as Responses['multiple'] | undefined)?.options ?? [],
			cloze: () =>
				Object.values((response as Responses['cloze'] | undefined)?.rows ?? {}).filter(Boolean),
			...{ order: none, match: none, support: none, date: none, number: none, short: none }
		},
		item
	);
}

/** A paper as the statistics know it. */
export const attemptOf = (sat: Sat): Attempt => ({
	answers: givenIn(sat).map(({ item, response, mark: { gained, full } }) => {
		const options = chosenOf(item, response);
		return { id: item.id, rev: item.rev, gained, full, ...(options && { options }) };
	})
});
