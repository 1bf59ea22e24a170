import { createHash } from 'node:crypto';
import type { Assignment } from '../storage/tables.ts';
import { isOver } from '../classes/timing.ts';
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

/** A paper whose time is over is as good as handed in: it is closed when it is next asked for. */
const stageOf = ({ joined, attempt, submittedAt, endsAt }: Progress, now: number): Stage => {
	if (attempt === null) return joined ? 'joined' : 'away';
	return submittedAt !== null || isOver({ ends_at: endsAt }, now) ? 'in' : 'working';
};

const words: Record<Stage, (one: Progress) => string> = {
	away: () => 'Not in the class yet',
	joined: () => 'Not begun',
	working: ({ at, answered, items }) =>
		`${at === null ? 'Begun' : `At question ${at}`}, ${answered} of ${items} answered`,
	in: ({ submittedAt, answered, items }) =>
		submittedAt === null ? `Time is over, ${answered} of ${items} answered` : 'Handed in'
};

const nth = ({ n }: Progress) => (n !== null && n > 1 ? ` (attempt ${n})` : '');

function summaryOf(lines: readonly Line[]): string {
	const count = (stage: Stage) => lines.filter((one) => one.stage === stage).length;
	const joined = lines.length - count('away');
	const have = (n: number) => (n === 1 ? 'has' : 'have');
	const [working, handed] = [count('working'), count('in')];
	return `${joined} of ${lines.length} ${have(joined)} joined, ${working} ${
		working === 1 ? 'is' : 'are'
	} working, ${handed} ${have(handed)} handed in.`;
}

/** Whether the quiz is closed: an allowance can outlast the due date, closing is the end for all. */
const isClosed = ({ closed_at }: Pick<Assignment, 'closed_at'>, now: number) =>
	closed_at !== null && closed_at <= now;

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
	const lines = order.map((one, at) => {
		const stage = stageOf(one, now);
		return {
			id: hidden ? String(at + 1) : one.student,
			name: hidden ? `Student ${at + 1}` : one.name,
			stage,
			word: words[stage](one) + nth(one),
			done: one.items === 0 ? 0 : one.answered / one.items
		};
	});
	// what was on its way when the quiz was closed still comes
	const live = !isClosed(assignment, now) || lines.some(({ stage }) => stage === 'working');
	return { summary: summaryOf(lines), live, lines };
}

/** Names a state of the board: the same state has the same name in every process. */
export const stateName = (board: Board): string =>
	createHash('sha256').update(JSON.stringify(board)).digest('base64url').slice(0, 16);
