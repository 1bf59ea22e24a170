import { locatorText } from '../facts/corroboration.ts';
import type { Fact, Source } from '../facts/schema.ts';
import type { Citation, Rationale } from './item.ts';

/** What shows a fact: its supporting evidence, one citation a source. */
export function citationsOf(fact: Fact): Citation[] {
	const seen = new Set<string>();
	return fact.evidence
		.filter(({ stance, source }) => stance === 'supports' && !seen.has(source) && seen.add(source))
		.map((evidence) => ({
			source: evidence.source,
			locator: locatorText(evidence),
			quote: evidence.quote
		}));
}

const known = new WeakMap<Fact, Rationale>();

/** The rationale that a fact gives: its statement and what shows it. One and the same object each time. */
export function rationaleOf(fact: Fact): Rationale {
	let rationale = known.get(fact);
	if (!rationale) {
		rationale = { text: fact.statement, facts: [fact.id], sources: citationsOf(fact) };
		known.set(fact, rationale);
	}
	return rationale;
}

/** Citations of several facts, each source and place once. */
export function mergeCitations(facts: readonly Fact[]): Citation[] {
	const all = facts.flatMap((fact) => rationaleOf(fact).sources);
	const names = all.map(({ source, locator }) => `${source} ${locator}`);
	return all.filter((_, position) => names.indexOf(names[position] ?? '') === position);
}

/** The same for one report: what it has itself comes first. */
export const citationsIn = (facts: readonly Fact[], source: Source): Citation[] =>
	mergeCitations(facts).sort(
		(a, b) => Number(b.source === source.id) - Number(a.source === source.id)
	);
