import { locatorText } from '../facts/corroboration.ts';
import type { Fact } from '../facts/schema.ts';
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

/** The rationale that a fact gives: its statement and what shows it. */
export const rationaleOf = (fact: Fact, text = fact.statement): Rationale => ({
	text,
	facts: [fact.id],
	sources: citationsOf(fact)
});

/** Citations of several facts, each source and place once. */
export function mergeCitations(facts: readonly Fact[]): Citation[] {
	const all = facts.flatMap(citationsOf);
	const names = all.map(({ source, locator }) => `${source} ${locator}`);
	return all.filter((_, position) => names.indexOf(names[position] ?? '') === position);
}
