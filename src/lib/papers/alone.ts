import { arrange } from '../forms/arrange.ts';
import { candidateForm, type CandidateItem } from '../forms/candidate.ts';
import type { Form } from '../forms/form.ts';
import { drawFrom } from '../forms/seed.ts';
import { fullMark } from '../items/parts.ts';
import { checkOne } from './check.ts';
import type { Feedback } from './feedback.ts';
import { groundsOf, type PracticeItem } from './pack.ts';

/** An item by itself, on no paper. */
export interface Alone {
	view: CandidateItem;
	/** Judges the fields of a browser: feedback, or a sentence when there is nothing to judge. */
	judge(entries: Iterable<readonly [string, string]>): Feedback | string;
}

/**
 * @param seed for the order of the options
 * @param number sets the names and ids of its fields apart from those of others on the page
 */
export function alone(packed: PracticeItem, seed: string, number: number): Alone {
	const item = arrange(packed.item, drawFrom(`alone/${packed.id}/${seed}`), []);
	const items = [{ item, marks: fullMark(item) }];
	const form: Form = { module: '', seed, bank: '', items, lacks: [] };
	const [view] = candidateForm(form).items;
	if (!view) throw new Error(`no candidate’s view of ${packed.id}`);
	return {
		view: { ...view, number },
		judge(entries) {
			const own = [...entries].map(
				([name, value]) => [name.replace(`q${number}`, 'q1'), value] as const
			);
			const checked = checkOne(form, 1, own, groundsOf(packed));
			return 'problem' in checked ? checked.problem : { ...checked, number };
		}
	};
}
