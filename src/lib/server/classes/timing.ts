import type { Allowance, Assignment, Attempt } from '../storage/tables.ts';
import { refuse, type Refusal } from './result.ts';

/** Answers given before the end may be on their way for so long. */
export const graceMillis = 30_000;

type Times = Pick<Assignment, 'opens_at' | 'due_at' | 'closed_at' | 'seconds'>;
type Extra = Pick<Allowance, 'extra_seconds' | 'open_until'> | undefined;

/** Until when a student may answer: the due date, or a later one of their own. null: no end. */
export const dueFor = ({ due_at }: Pick<Times, 'due_at'>, extra: Extra): number | null =>
	due_at === null ? null : Math.max(due_at, extra?.open_until ?? 0);

/** Why nobody can begin now; undefined when they can. */
export function shutAt(times: Times, extra: Extra, now: number): Refusal | undefined {
	if (times.closed_at !== null && times.closed_at <= now) return refuse('closed');
	if (times.opens_at !== null && now < times.opens_at)
		return refuse('not-open', { at: times.opens_at });
	const due = dueFor(times, extra);
	return due !== null && now >= due ? refuse('over', { at: due }) : undefined;
}

/** The last moment of an attempt: whichever comes first of time limit, due date and closing. null: none. */
export function endOf(times: Times, extra: Extra, startedAt: number): number | null {
	const limit =
		times.seconds === null
			? null
			: startedAt + (times.seconds + (extra?.extra_seconds ?? 0)) * 1000;
	const ends = [limit, dueFor(times, extra), times.closed_at].filter((one) => one !== null);
	return ends.length === 0 ? null : Math.min(...ends);
}

/** Whether answers are no longer taken: the grace is for those that were on their way. */
export const isOver = ({ ends_at }: Pick<Attempt, 'ends_at'>, now: number): boolean =>
	ends_at !== null && now > ends_at + graceMillis;

/** Whether a paper was handed in because its end had come, and not by its student. */
export const wasEnded = ({
	ends_at,
	submitted_at
}: Pick<Attempt, 'ends_at' | 'submitted_at'>): boolean =>
	submitted_at !== null && submitted_at === ends_at;
