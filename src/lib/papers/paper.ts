import { candidateForm } from '../forms/candidate.ts';
import type { Form } from '../forms/form.ts';
import { shownSeed } from '../forms/seed.ts';

/** What stands above a paper: the module's title, and what can be read about it. */
export interface Heading {
	title: string;
	explainers: string[];
}

/** Fields as a browser sends them: every name with all its values. */
export type Typed = Record<string, string[]>;

export function typedOf(entries: Iterable<readonly [string, string]>): Typed {
	const typed = new Map<string, string[]>();
	for (const [name, value] of entries) typed.set(name, [...(typed.get(name) ?? []), value]);
	return Object.fromEntries(typed);
}

/**
 * The numbers of `?only=2,5`; undefined when the whole paper is meant.
 * @returns an empty list when what stands there is no number of this paper
 */
export function readOnly(text: string | null, length: number): number[] | undefined {
	if (text === null || text === '') return undefined;
	const numbers = text.split(',').map((part) => (/^\d{1,2}$/.test(part) ? Number(part) : 0));
	const wrong = numbers.some((number) => number < 1 || number > length);
	return wrong ? [] : [...new Set(numbers)].sort((a, b) => a - b);
}

/** A paper as a candidate sees it: the whole, or the items asked for under their own numbers. */
export function paperPage(form: Form, { title, explainers }: Heading, only: number[] | undefined) {
	const { items } = candidateForm(form);
	const shown = items.filter(({ number }) => !only || only.includes(number));
	return {
		module: { id: form.module, title },
		explainers,
		seed: form.seed,
		shownSeed: shownSeed(form.seed),
		version: form.bank,
		only,
		items: shown,
		all: items.length,
		marks: shown.reduce((sum, { marks }) => sum + marks, 0)
	};
}
export type PaperPage = ReturnType<typeof paperPage>;
