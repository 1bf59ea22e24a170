import { createHash } from 'node:crypto';
import type { Assignment } from '../storage/tables.ts';
import type { Progress } from '../classes/watching.ts';

/** Where somebody is, in the order in which the board lists them. */
export type Stage = 'working' | 'joined' | 'in' | 'away';

/** A line of the board. */
export interface Line {
	id: string;
	name: string;
	stage: Stage;
	/** What is said of them: "Question 4, 3 of 12 answered". */
	word: string;
	/** How much of the paper has an answer, 0 to 1. */
	done: number;
}

/** All that a teacher watches: in words, so that the page and its script show the same. */
export interface Board {
	/** "18 of 24 have joined, 12 are working, 4 have handed in." */
	summary: string;
	lines: Line[];
	/** Whether more can come: false when the quiz is closed. */
	live: boolean;
}

const stageOf = ({ joined, attempt, submittedAt }: Progress): Stage => {
	if (submittedAt !== null) return 'in';
	if (attempt !== null) return 'working';
	return joined ? 'joined' : 'away';
};

const words: Record<Stage, (one: Progress) => string> = {
	away: () => 'Not in the class yet',
	joined: () => 'Not begun',
	working: ({ at, answered, items }) =>
		`${at === null ? 'Begun' : `At question ${at}`}, ${answered} of ${items} answered`,
	in: () => 'Handed in'
};

const nth = ({ n }: Progress) => (n !== null && n > 1 ? ` (attempt ${n})` : '');

function summaryOf(progress: readonly Progress[]): string {
	const count = (stage: Stage) => progress.filter((one) => stageOf(one) === stage).length;
	const joined = progress.length - count('away');
	const have = (n: number) => (n === 1 ? 'has' : 'have');
	const [working, handed] = [count('working'), count('in')];
	return `${joined} of ${progress.length} ${have(joined)} joined, ${working} ${
		working === 1 ? 'is' : 'are'
	} working, ${handed} ${have(handed)} handed in.`;
}

/** Whether answers can still come: an allowance can outlast the due date, closing is the end for all. */
const isLive = ({ closed_at }: Pick<Assignment, 'closed_at'>, now: number) =>
	closed_at === null || closed_at > now;

/**
 * The board of an assignment.
 * @param hidden without names, for all to see: "Student 7", in an order that tells nothing
 */
export function boardOf(
	progress: readonly Progress[],
	assignment: Pick<Assignment, 'closed_at'>,
	hidden: boolean,
	now: number
): Board {
	const order = hidden ? [...progress].sort((a, b) => (a.student < b.student ? -1 : 1)) : progress;
	return {
		summary: summaryOf(progress),
		live: isLive(assignment, now),
		lines: order.map((one, at) => ({
			id: hidden ? String(at + 1) : one.student,
			name: hidden ? `Student ${at + 1}` : one.name,
			stage: stageOf(one),
			word: words[stageOf(one)](one) + nth(one),
			done: one.items === 0 ? 0 : one.answered / one.items
		}))
	};
}

/** Names a state of the board: the same state has the same name in every process. */
export const stateName = (board: Board): string =>
	createHash('sha256').update(JSON.stringify(board)).digest('base64url').slice(0, 16);
