/** What the statistics are computed from. Nothing here knows how items are written, shown or stored. */

/** What became of one item in one sitting. */
export interface Answer {
	id: string;
	rev: string;
	/** Marks gained, 0 to `full`; 0 when the item was left out. */
	gained: number;
	/** Marks there were to gain; above 0. */
	full: number;
	/** Ids of the options chosen, for kinds that have them; empty when the item was left out. */
	options?: readonly string[];
}

/** One sitting of one form. Forms are parallel, so each attempt holds other items of the bank: the rest is missing by design. */
export interface Attempt {
	answers: readonly Answer[];
}

/** One item in one revision, with everyone who took it, in ascending order of their scores. */
export interface Column {
	id: string;
	rev: string;
	/** Indices into `Table.scores`. The three lists are parallel. */
	takers: number[];
	/** Marks gained. */
	gained: number[];
	/** Marks there were to gain. */
	full: number[];
	chosen: (readonly string[] | undefined)[];
}

/** A sparse matrix, attempts × items, kept by item. */
export interface Table {
	/** Per attempt, ascending by the share of marks gained. */
	scores: { gained: number; full: number; items: number }[];
	columns: Column[];
}

/** The share of its marks that an attempt gained, 0 to 1. */
export const scoreShare = ({ gained, full }: { gained: number; full: number }): number =>
	gained / full;

function wrongAnswer({ id, rev, gained, full }: Answer, at: number): Error {
	return new Error(`attempt ${at}: ${id} (rev ${rev}) has ${gained} of ${full} marks`);
}

/**
 * The table of some attempts; attempts without an answer are left out.
 * @throws when marks are out of range, or an attempt has one item twice: the attempt (by index) and the item are named
 */
export function tableOf(attempts: readonly Attempt[]): Table {
	const sums = attempts.flatMap(({ answers }, at) => {
		const score = { at, gained: 0, full: 0, items: answers.length };
		for (const answer of answers) {
			const { gained, full } = answer;
			if (!(full > 0 && gained >= 0 && gained <= full)) throw wrongAnswer(answer, at);
			score.gained += gained;
			score.full += full;
		}
		return answers.length > 0 ? [score] : [];
	});
	sums.sort((a, b) => scoreShare(a) - scoreShare(b) || a.at - b.at);
	const columns = new Map<string, Column>();
	sums.forEach(({ at }, taker) => {
		for (const { id, rev, gained, full, options } of attempts[at]?.answers ?? []) {
			const name = `${id}\n${rev}`;
			const column = columns.get(name) ?? {
				...{ id, rev, takers: [], gained: [], full: [], chosen: [] }
			};
			columns.set(name, column);
			if (column.takers.at(-1) === taker)
				throw new Error(`attempt ${at} has ${id} (rev ${rev}) twice`);
			column.takers.push(taker);
			column.gained.push(gained);
			column.full.push(full);
			column.chosen.push(options);
		}
	});
	return {
		scores: sums.map(({ gained, full, items }) => ({ gained, full, items })),
		columns: [...columns.values()]
	};
}
