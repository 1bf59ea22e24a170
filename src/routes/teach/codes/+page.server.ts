import { fail } from '@sveltejs/kit';
import { textOf } from '#lib/server/accounts/forms.ts';
import { formSent } from '#lib/server/entries.ts';
import { library } from '#lib/server/library.ts';
import { headingOf } from '#lib/server/papers.ts';
import { answersIn } from '#lib/server/results/answers-in.ts';
import { paperLine } from '#lib/server/results/of-class.ts';
import { mostLines, readPasted } from '#lib/server/results/pasted.ts';
import { reportOf } from '#lib/server/results/report.ts';
import { codeSecret } from '#lib/server/results/secret.ts';
import type { Actions } from './$types';

export const load = () => ({ mostLines });

export const actions: Actions = {
	default: async (event) => {
		const typed = textOf(await formSent(event.request), 'codes');
		if (typed.trim() === '')
			return fail(400, { typed, problem: 'Paste the codes, one a line.', result: undefined });
		const content = library();
		const titleOf = (module: string) => headingOf(module, content.index).title;
		const pasted = readPasted(typed, content, await codeSecret(event), titleOf);
		const papers = pasted.sats.map((sat) => ({
			...paperLine(sat, () => ''),
			answers: answersIn(sat)
		}));
		const report = pasted.sats.length > 0 ? reportOf(pasted.sats, content) : undefined;
		const { wrong, alike, module } = pasted;
		return { typed, problem: undefined, result: { papers, report, wrong, alike, module } };
	}
};
