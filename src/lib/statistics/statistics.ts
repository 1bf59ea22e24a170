import { tableOf, type Attempt } from './attempts.ts';
import { itemRest, upperLower, type Discrimination } from './discrimination.ts';
import { distractorAnalysis, type DistractorAnalysis, type OptionKey } from './distractors.ts';
import { facilityOf, type Facility } from './facility.ts';
import { reliabilityOf, type Reliability } from './reliability.ts';
import { itemWarnings, reliabilityWarnings, type Warning } from './warnings.ts';

/** What attempts tell about one item in one revision. */
export interface ItemStatistics {
	id: string;
	rev: string;
	/** Answers it rests on: attempts whose form held the item. */
	n: number;
	facility: Facility;
	/** Corrected item-rest correlation; undefined when nothing varies. */
	discrimination: Discrimination | undefined;
	/** Upper-lower D; undefined for a single answer. */
	upperLower: number | undefined;
	/** For kinds with options whose list is known. */
	distractors: DistractorAnalysis | undefined;
	warnings: Warning[];
}

export interface Statistics {
	/** Attempts with at least one answer. */
	attempts: number;
	/** In the order in which the items first come up, by ascending score. */
	items: ItemStatistics[];
	reliability: Reliability | undefined;
	warnings: Warning[];
}

/** All options of an item in a revision; undefined when it has none, or is no longer in the bank. */
export type OptionsOf = (id: string, rev: string) => readonly OptionKey[] | undefined;

/**
 * Item and test statistics of attempts at parallel forms, joined on item id and rev.
 * The rules for what is missing by design stand with each figure.
 * @throws when marks are out of range or an attempt has one item twice
 */
export function analyse(
	attempts: readonly Attempt[],
	optionsOf: OptionsOf = () => undefined
): Statistics {
	const table = tableOf(attempts);
	const items = table.columns.map((column) => {
		const { id, rev, takers } = column;
		const item = {
			...{ id, rev, n: takers.length },
			facility: facilityOf(column),
			discrimination: itemRest(column, table),
			upperLower: upperLower(column, table),
			distractors: distractorAnalysis(column, table, optionsOf(id, rev) ?? [])
		};
		return { ...item, warnings: itemWarnings(item) };
	});
	const reliability = reliabilityOf(table);
	return {
		...{ attempts: table.scores.length, items, reliability },
		warnings: reliabilityWarnings(reliability, table.scores.length)
	};
}
