import type { Item, ItemOf, Kind, QuestionFrame, Verdict } from '../items/item.ts';
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
	/** What is chosen from; match: what every row chooses from; timeline: the gaps. */
	options: { id: string; text: string }[];
	/** match, support: what is judged; order: what is ordered; timeline: the fixed events in their order. */
	rows: { id: string; text: string }[];
	/** cloze: the sentence around the gaps, and what each gap is filled from. */
	cloze?: { parts: string[]; gaps: { id: string; options: { id: string; text: string }[] }[] };
	/** hotspot: the map, and latitude and longitude of each option, in degrees, by option id. */
	map?: QuestionFrame;
	spots?: Record<string, readonly [latitude: number, longitude: number]>;
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

type View = Omit<CandidateItem, 'number' | 'kind' | 'stem' | 'marks'>;
const nothing = { options: [], rows: [] };
const choice = ({ options }: { options: { id: string; text: string }[] }): View => ({
	...nothing,
	options: options.map(text)
});

const views: { [K in Kind]: (item: ItemOf<K>) => View } = {
	single: choice,
	several: choice,
	cloze: ({ parts, gaps }) => ({
		...nothing,
		cloze: { parts, gaps: gaps.map(({ id, options }) => ({ id, options: options.map(text) })) }
	}),
	order: (item) => ({ ...nothing, rows: item.entries.map(text) }),
	match: (item) => ({ options: item.options.map(text), rows: item.rows.map(text) }),
	timeline: (item) => ({ ...choice(item), rows: item.events.map(text) }),
	hotspot: (item) => ({ ...choice(item), map: item.map, spots: item.spots }),
	date: (item) => ({ ...nothing, worth: item.worth }),
	number: (item) => ({ ...nothing, unit: item.unit }),
	short: () => nothing,
	'who-said': choice,
	support: (item) => ({
		options: verdicts.map((id) => ({ id, text: verdictText[id] })),
		rows: item.rows.map(text),
		report: { source: item.report.source, digest: item.report.digest }
	}),
	agree: choice,
	errs: choice,
	context: choice,
	provenance: choice,
	later: choice
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
