import type { Item, ItemOf, Kind, Verdict } from '../items/item.ts';
import { verdicts } from '../items/item.ts';
import type { Form } from './form.ts';

/**
 * What a candidate may see: an allow-list, item by item. No key, no rationale, no citation, no fact id.
 * Entries of ordering items come in the form's shuffled order.
 */
export interface CandidateItem {
	/** 1-based number on the paper. */
	number: number;
	kind: Kind;
	stem: string;
	/** Full mark. */
	marks: number;
	/** single, several, who-said: the options; match: what every row chooses from. */
	options: { id: string; text: string }[];
	/** match, support: what is judged; order: what is ordered. */
	rows: { id: string; text: string }[];
	/** support: the digest of the report and its page. */
	report?: { source: string; digest: string };
	/** date: which parts must be given. */
	worth?: 'day' | 'month' | 'year';
	/** number: what is counted. */
	unit?: string;
}

export interface CandidateForm {
	module: string;
	seed: string;
	items: CandidateItem[];
	/** Sum of the full marks. */
	marks: number;
}

const text = ({ id, text }: { id: string; text: string }) => ({ id, text });
const verdictText: Record<Verdict, string> = {
	supported: 'Supported',
	contradicted: 'Contradicted',
	'not-stated': 'Not stated'
};

type View = Pick<CandidateItem, 'options' | 'rows' | 'report' | 'worth' | 'unit'>;
const nothing = { options: [], rows: [] };

const views: { [K in Kind]: (item: ItemOf<K>) => View } = {
	single: (item) => ({ ...nothing, options: item.options.map(text) }),
	'who-said': (item) => ({ ...nothing, options: item.options.map(text) }),
	several: (item) => ({ ...nothing, options: item.options.map(text) }),
	order: (item) => ({ ...nothing, rows: item.entries.map(text) }),
	match: (item) => ({ options: item.options.map(text), rows: item.rows.map(text) }),
	support: (item) => ({
		options: verdicts.map((id) => ({ id, text: verdictText[id] })),
		rows: item.rows.map(text),
		report: { source: item.report.source, digest: item.report.digest }
	}),
	date: (item) => ({ ...nothing, worth: item.worth }),
	number: (item) => ({ ...nothing, unit: item.unit })
};

/** The candidate's view of a form. */
export function candidateForm(form: Form): CandidateForm {
	const items = form.items.map(({ item, marks }, index) => ({
		number: index + 1,
		kind: item.kind,
		stem: item.stem,
		marks,
		...(views[item.kind] as (item: Item) => View)(item)
	}));
	return {
		module: form.module,
		seed: form.seed,
		items,
		marks: items.reduce((sum, { marks }) => sum + marks, 0)
	};
}
