import type { Standing } from '../facts/schema.ts';

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

/** A statement on a disputed point, with what shows it. */
export interface Statement {
	fact: string;
	speaker: string;
	day: string;
	statement: string;
	voices: Voice[];
}

/** What one party, with those who agree with it, says on a disputed point. */
export interface Position {
	party: string;
	statements: Statement[];
}

/** A fact with all it rests on: what a raised number opens. */
export interface Card {
	id: string;
	statement: string;
	standing: Standing;
	/** The words beside the standing: how many voices, whose word and when. */
	told: string;
	/** The short form: margin note and footnote. */
	short: string;
	voices: Voice[];
	/** Both sides of a contested fact, alphabetical; empty otherwise. */
	positions: Position[];
	note: string;
	/** A message that says already which fact is meant, and where it was met. */
	report: string;
}

/** What feedback is explained by. */
export interface Grounds {
	/** @throws when there is no such fact */
	card(fact: string): Card;
	/** The short name of a source. @throws when there is no such source */
	short(source: string): string;
	/** Where problems are reported. */
	report: string;
}
