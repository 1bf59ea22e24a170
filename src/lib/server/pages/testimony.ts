import { locatorText, voicesOf } from '#lib/facts/corroboration.ts';
import { formatDate } from '#lib/facts/dates.ts';
import { capitalise } from '#lib/facts/naming.ts';
import { need, type Index } from '#lib/facts/pack.ts';
import type { Evidence, Fact } from '#lib/facts/schema.ts';

/** One place in one source, as a reader sees it. */
export interface Witness {
	source: string;
	short: string;
	published: string;
	locator: string;
	quote: string;
	lang: string;
	/** How it relates to the statement, in words; empty when it simply supports it. */
	stance: string;
	/** What is known to be wrong at this place of the source. */
	cautions: string[];
	note: string;
}

/** The copies and translations of one origin count as one voice. */
export interface Voice {
	origin: string;
	witnesses: Witness[];
}

/** What one party says about a disputed point. */
export interface Position {
	fact: string;
	speaker: string;
	day: string;
	statement: string;
	voices: Voice[];
}

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
		quote: evidence.quote,
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

/** The disputed fact and those that contradict it, alphabetical by speaker. */
export function positionsOf(fact: Fact, index: Index): Position[] {
	if (fact.standing !== 'contested') return [];
	return [fact, ...fact.contradicts.map((id) => need(index.fact, id, 'fact'))]
		.map((one) => ({
			fact: one.id,
			speaker: speakerOf(one, index),
			day: dayOf(one),
			statement: one.statement,
			voices: voicesShown(one, index)
		}))
		.sort((a, b) => a.speaker.localeCompare(b.speaker, 'en'));
}
