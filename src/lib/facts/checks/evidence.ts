import { daysOf } from '../dates.ts';
import { roleOf } from '../pack.ts';
import type { Fact } from '../schema.ts';
import { countWords, longestQuotation, type CheckContext } from './context.ts';

const locators = ['paragraph', 'point', 'article', 'page', 'passage'] as const;

/** What is told as happened rests on a source of its day or after: one from before knows only what was planned. */
function checkForeseen(fact: Fact, { index, report }: CheckContext): void {
	const order = index.pack.relations[fact.relation]?.order;
	const when = order && roleOf(fact, order.by);
	if (typeof when !== 'object' || !('date' in when) || fact.standing !== 'established') return;
	const { first } = daysOf(when.date);
	const published = fact.evidence
		.filter(({ stance }) => stance === 'supports')
		.flatMap(({ source }) => index.source.get(source)?.published ?? []);
	if (published.length > 0 && published.every((day) => daysOf(day).last < first))
		report(
			'facts',
			fact.id,
			[order?.by ?? 'object'],
			'only-foreseen',
			`${fact.id}: all its sources are older than the event; add one that saw it happen, or say that it was due.`
		);
}

/** Evidence: source known, place given, quotation short, something that supports the statement, and that saw it happen. */
export function checkEvidence({ index, report }: CheckContext): void {
	for (const fact of index.pack.facts) {
		fact.evidence.forEach((evidence, position) => {
			const say = (key: string, code: string, message: string) =>
				report('facts', fact.id, ['evidence', position, key], code, message);
			if (!index.source.has(evidence.source))
				say('source', 'unknown-source', `${fact.id}: there is no source "${evidence.source}".`);
			if (locators.every((key) => evidence[key] === undefined))
				say(
					'source',
					'no-locator',
					`${fact.id}: say where in ${evidence.source}, by ${locators.join(', ')}.`
				);
			const words = countWords(evidence.quote);
			if (words > longestQuotation)
				say(
					'quote',
					'long-quotation',
					`${fact.id}: the quotation has ${words} words; at most ${longestQuotation} are allowed.`
				);
		});
		checkForeseen(fact, { index, report });
		if (!fact.evidence.some(({ stance }) => stance === 'supports'))
			report(
				'facts',
				fact.id,
				['evidence'],
				'no-support',
				`${fact.id}: no evidence supports it; rounding or contradicting is not enough.`
			);
	}
}
