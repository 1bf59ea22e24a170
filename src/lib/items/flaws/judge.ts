import { ambiguousStem } from './ambiguity.ts';
import { flaws, type Checkers, type Flaw } from './checker.ts';
import { cueCheckers } from './cues.ts';
import { formatCheckers } from './formats.ts';
import { grammaticalCue } from './grammar.ts';
import { companyOf, judged } from './judged.ts';
import { logicalCue } from './logic.ts';
import { implausibleDistractor } from './plausibility.ts';
import type { ItemRecord } from './record.ts';
import { moreThanOneRight } from './rightness.ts';
import { outOfOrder } from './sequence.ts';
import { stemCheckers } from './stems.ts';
import { termCheckers } from './terms.ts';

const checkers: Checkers<Flaw> = {
	...stemCheckers,
	...formatCheckers,
	...termCheckers,
	...cueCheckers,
	'ambiguous-stem': ambiguousStem,
	'logical-cue': logicalCue,
	'grammatical-cue': grammaticalCue,
	'out-of-order': outOfOrder,
	'implausible-distractor': implausibleDistractor,
	'more-than-one-right': moreThanOneRight
};

/** A flaw of an item, said in a sentence. */
export interface Finding {
	id: string;
	flaw: Flaw;
	sentence: string;
}

/**
 * A jury for items like these. An item is judged by itself and in this company: the words of all tell which option is
 * foreign, and the same stem must not have two answers. An item of the company is not compared with itself (by its id).
 */
export function juryOf(company: readonly ItemRecord[]): (record: ItemRecord) => Finding[] {
	const known = companyOf(company.flatMap(judged));
	return (record) =>
		judged(record).flatMap((item) =>
			flaws.flatMap((flaw) => {
				const sentence = checkers[flaw](item, known);
				return sentence === undefined ? [] : [{ id: item.id, flaw, sentence }];
			})
		);
}

/** Judges items by the 19 rules, in each other's company. */
export const judge = (records: readonly ItemRecord[]): Finding[] =>
	records.flatMap(juryOf(records));

/** How many items have each flaw, in the order of the list. */
export const countFlaws = (findings: readonly Finding[]): { flaw: Flaw; count: number }[] =>
	flaws.map((flaw) => ({
		flaw,
		count: findings.filter((finding) => finding.flaw === flaw).length
	}));
