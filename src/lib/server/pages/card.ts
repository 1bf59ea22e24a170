import { corroboration } from '#lib/facts/corroboration.ts';
import { formatNumber } from '#lib/facts/naming.ts';
import { need, type Index } from '#lib/facts/pack.ts';
import type { Fact, Standing } from '#lib/facts/schema.ts';
import type { Card } from '#lib/papers/evidence.ts';
import { reportLink, type About } from '#lib/report.ts';
import { dayOf, pairOf, speakerOf, voicesShown } from './testimony.ts';

const tells: Record<Standing, (fact: Fact, index: Index) => string> = {
	established(fact, index) {
		const count = corroboration(fact, index);
		return count === 1 ? 'one source' : `${formatNumber(count)} independent sources`;
	},
	attributed: (fact, index) => `${speakerOf(fact, index)}, ${dayOf(fact)}`,
	contested: (fact, index) =>
		pairOf(fact, index)
			.map(({ party }) => party)
			.join(' · ')
};

/** What stands beside the line: "two independent sources", "The mayor, 14 September 2022". */
export const toldOf = (fact: Fact, index: Index): string => tells[fact.standing](fact, index);

/** The short form of the evidence, one place for each voice: "Press News ¶ 6; Krone ¶ 13." */
function shortForm(fact: Fact, index: Index): string {
	const places = voicesShown(fact, index).flatMap(({ witnesses: [first] }) =>
		first ? `${first.short} ${first.locator}`.trim().replaceAll('¶ ', '¶\u00a0') : []
	);
	const lead = {
		established: '',
		attributed: toldOf(fact, index),
		contested: `${speakerOf(fact, index)}, disputed`
	};
	return [lead[fact.standing], places.join('; ')].filter(Boolean).join('. ') + '.';
}

/**
 * A fact as a card.
 * @param met where the reader meets it, for a report of a problem: { Page: '/explainers/war' }
 */
export function cardOf(id: string, index: Index, met: About = {}): Card {
	const fact = need(index.fact, id, 'fact');
	const positions = pairOf(fact, index);
	return {
		id,
		statement: fact.statement,
		standing: fact.standing,
		told: toldOf(fact, index),
		short: shortForm(fact, index),
		voices: voicesShown(fact, index),
		positions: positions.length > 1 ? positions : [],
		note: fact.note ?? '',
		report: reportLink(index.pack.sourcebook.report, `Fact ${id}`, { Fact: id, ...met })
	};
}

/** A fact as a line of a list. */
export interface Line {
	id: string;
	statement: string;
	standing: Standing;
	told: string;
}

export const lineOf = (fact: Fact, index: Index): Line => ({
	id: fact.id,
	statement: fact.statement,
	standing: fact.standing,
	told: toldOf(fact, index)
});
