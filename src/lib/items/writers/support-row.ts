import type { Fact, Source } from '../../facts/schema.ts';
import type { Rationale, Verdict } from '../item.ts';
import { citationsIn } from '../rationale.ts';

/** A statement to be judged by a report, and what its digest makes of it. */
export type Row = { fact: Fact; text: string; key: Verdict; rationale: Rationale };

/** Facts as a report has them: why a statement is supported, or contradicted. */
export const told = (facts: readonly Fact[], source: Source, before = ''): Rationale => ({
	text: before + facts.map(({ statement }) => statement).join(' '),
	facts: facts.map(({ id }) => id),
	sources: citationsIn(facts, source)
});
