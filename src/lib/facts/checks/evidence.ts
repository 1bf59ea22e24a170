import { countWords, longestQuotation, type CheckContext } from './context.ts';

const locators = ['paragraph', 'point', 'article', 'page', 'passage'] as const;

/** Evidence: source known, place given, quotation short, and something that supports the statement. */
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
