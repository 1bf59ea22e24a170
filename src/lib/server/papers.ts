import { need, type Index } from '#lib/facts/pack.ts';
import type { Grounds } from '#lib/papers/evidence.ts';
import type { Heading } from '#lib/papers/paper.ts';
import { moduleNamed } from './modules.ts';
import { cardOf } from './pages/card.ts';

/** What stands above the papers of a module. */
export function headingOf(module: string, index: Index): Heading {
	const { title = module, explainers = [] } = moduleNamed(module, index) ?? {};
	return { title, explainers };
}

/** What feedback is explained by: the whole fact base. */
export const groundsIn = (index: Index): Grounds => ({
	card: (fact) => cardOf(fact, index),
	short: (source) => need(index.source, source, 'source').short,
	report: index.pack.sourcebook.report
});
