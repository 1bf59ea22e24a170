import { formatDate } from '#lib/facts/dates.ts';
import { capitalise, formatNumber } from '#lib/facts/naming.ts';
import type { Index } from '#lib/facts/pack.ts';
import type { Fact, Standing } from '#lib/facts/schema.ts';
import type { Explainer } from './explainers.ts';
import { toldOf } from './card.ts';
import { pairOf } from './testimony.ts';

/** What stands on every page: the name of the sourcebook and where to report a problem. */
export function frame(index: Index) {
	const { title, tagline, report, checked } = index.pack.sourcebook;
	return { title, tagline, report, checked: formatDate(checked) };
}

/** The modules in order, each with its explainers. */
export function contents(index: Index, explainers: readonly Explainer[]) {
	return [...index.pack.modules]
		.sort((a, b) => a.order - b.order)
		.map(({ id, title, subtitle, explainers: slugs, blueprint }) => ({
			id,
			title,
			subtitle,
			questions: blueprint.length,
			explainers: explainers.filter(({ slug }) => slugs.includes(slug))
		}));
}

const standings: Standing[] = ['established', 'attributed', 'contested'];

/** A sample of one standing: one fact, or both sides of a disputed one. */
export interface Sample {
	standing: Standing;
	told: string;
	facts: { id: string; statement: string }[];
}

/** One sample of each standing, to read the lines by: well supported and short. */
function samples(index: Index): Sample[] {
	const sidesOf = (fact: Fact) => [fact.id, ...fact.contradicts];
	const weight = (fact: Fact) => fact.statement.length - 20 * fact.evidence.length;
	return standings.flatMap((standing) => {
		const [fact] = index.pack.facts
			.filter((fact) => fact.standing === standing)
			.filter((fact) => sidesOf(fact).length === (standing === 'contested' ? 2 : 1))
			.sort((a, b) => weight(a) - weight(b) || a.id.localeCompare(b.id, 'en'));
		if (!fact) return [];
		const both = pairOf(fact, index)
			.flatMap(({ statements }) => statements)
			.map(({ fact: id, statement }) => ({ id, statement }));
		const facts = both.length > 0 ? both : [{ id: fact.id, statement: fact.statement }];
		return [{ standing, told: toldOf(fact, index), facts }];
	});
}

/** The first page. */
export function homePage(index: Index, explainers: readonly Explainer[], questions: number) {
	const { sources, facts, entities, glossary } = index.pack;
	return {
		contents: contents(index, explainers),
		samples: samples(index),
		counts: {
			explainers: capitalise(formatNumber(explainers.length)),
			facts: facts.length,
			sources: sources.length,
			entities: entities.length,
			terms: glossary.length,
			questions
		}
	};
}
export type Contents = ReturnType<typeof contents>;
