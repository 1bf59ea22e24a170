import type { Fact, Source } from '../../facts/schema.ts';
import type { Rationale, Verdict } from '../item.ts';
import { citationsIn } from '../rationale.ts';

/** A statement to be judged by a report, and what its digest makes of it. */
export type Row = { fact: Fact; text: string; key: Verdict; rationale: Rationale };

/** A fact as a report has it: why a statement is supported, or contradicted. */
export const told = (fact: Fact, source: Source, before = ''): Rationale => ({
	text: `${before}${fact.statement}`,
	facts: [fact.id],
	sources: citationsIn(fact, source)
});
