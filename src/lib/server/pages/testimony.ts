import { locatorText, voicesOf } from '#lib/facts/corroboration.ts';
import { formatDate } from '#lib/facts/dates.ts';
import { capitalise } from '#lib/facts/naming.ts';
import { need, type Index } from '#lib/facts/pack.ts';
import { pointOf } from '#lib/facts/positions.ts';
import { withinMarks } from '#lib/facts/quotations.ts';
import type { Evidence, Fact } from '#lib/facts/schema.ts';
import type { Position, Statement, Voice, Witness } from '#lib/papers/evidence.ts';

/** The place in a source; of a source read in excerpts it says nothing that a note has room for. */
const placeOf = (evidence: Evidence): string => {
	const locator = locatorText(evidence);
	return locator === 'excerpt' ? '' : locator;
};

const stances: Record<Evidence['stance'], (says: string) => string> = {
	supports: () => '',
	rounds: (says) => (says ? `rounds the figure to ${says}` : 'rounds the figure'),
	contradicts: (says) => (says ? `gives something else: ${says}` : 'says something else'),
	mistranslates: () => 'mistranslated here'
};

function witness(evidence: Evidence, index: Index): Witness {
	const source = need(index.source, evidence.source, 'source');
	const cautions = source.cautions
		.filter(({ paragraph }) => paragraph !== undefined && paragraph === evidence.paragraph)
		.map(({ reads, known }) => `${reads} ${known}`);
	return {
		source: source.id,
		short: source.short,
		published: formatDate(source.published),
		locator: placeOf(evidence),
		quote: withinMarks(evidence.quote),
		lang: source.language,
		stance: stances[evidence.stance](evidence.says === undefined ? '' : String(evidence.says)),
		cautions,
		note: evidence.note ?? ''
	};
}

/** The evidence of a fact by voice, as a reader sees it. */
export const voicesShown = (fact: Fact, index: Index): Voice[] =>
	voicesOf(fact, index).map(({ origin, evidence }) => ({
		origin,
		witnesses: evidence.map((one) => witness(one, index))
	}));

/** The name of whoever says it, as a heading has it. */
export function speakerOf(fact: Fact, index: Index): string {
	const by = fact.attribution?.by;
	return by === undefined ? '' : capitalise(need(index.entity, by, 'entity').name);
}

/** The day on which it was said; empty when nobody in particular says it. */
export const dayOf = (fact: Fact): string =>
	fact.attribution ? formatDate(fact.attribution['as-of']) : '';

const statement = (fact: Fact, index: Index): Statement => ({
	fact: fact.id,
	speaker: speakerOf(fact, index),
	day: dayOf(fact),
	statement: fact.statement,
	voices: voicesShown(fact, index)
});

/** Both positions on the point that a fact is about, each with the statements that `among` lets through. */
function positions(fact: Fact, index: Index, among: (fact: Fact) => boolean): Position[] {
	const point = pointOf(fact, index);
	return (point?.positions ?? []).map(({ speakers, facts }) => ({
		party: speakers.join(', '),
		statements: facts.filter(among).map((one) => statement(one, index))
	}));
}

/** A disputed fact beside the first that contradicts it: one statement a side, so that neither has more room. */
export function pairOf(fact: Fact, index: Index): Position[] {
	const pair = [fact.id, fact.contradicts[0]];
	return positions(fact, index, ({ id }) => pair.includes(id));
}

/** All that either side says on the point that a disputed fact is about. */
export const disputeOf = (fact: Fact, index: Index): Position[] =>
	positions(fact, index, () => true);
