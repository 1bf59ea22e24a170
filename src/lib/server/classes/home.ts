import type { Who } from './access.ts';
import { mayShowFeedback } from './feedback.ts';
import type { Ground } from './ground.ts';
import { shownMoment } from './moments.ts';
import type { Result } from './result.ts';
import { standingsOf, type Standing } from './standing.ts';
import { dueFor } from './timing.ts';

/** An assignment in the list of a student. */
export interface Line {
	id: string;
	title: string;
	/** What is to do: begin, go on, come later; or that it is done. */
	state: 'open' | 'running' | 'later' | 'done';
	/** When, and how it went, in words. */
	said: string;
}

type Marks = { score: number | null; of: number | null };
const number = (value: number) => value.toLocaleString('en-GB', { maximumFractionDigits: 1 });
/** "7.5 of 10 marks" */
export const shownScore = ({ score, of }: Marks): string =>
	`${number(score ?? 0)} of ${number(of ?? 0)} marks`;

/** How the last attempt that was handed in went, as far as its student may know. */
function wentHow({ assignment, lastUntil, attempts }: Standing, now: number): string {
	const last = attempts.findLast(({ submitted_at }) => submitted_at !== null);
	if (!last) return '';
	const rule = { ...assignment, lastUntil };
	return mayShowFeedback(rule, last, now) === 'all' ? shownScore(last) : 'handed in';
}

/** Where a student stands, in the time zone of the class. */
export function lineOf(standing: Standing, zone: string, now: number): Line {
	const { assignment, running, shut, attempts, allowance } = standing;
	const { id, title, opens_at } = assignment;
	const due = dueFor(assignment, allowance);
	const until = due === null ? '' : `until ${shownMoment(due, zone)}`;
	const went = wentHow(standing, now);
	if (running) return { id, title, state: 'running', said: until || 'begun' };
	if (!shut) return { id, title, state: 'open', said: [went, until].filter(Boolean).join(', ') };
	if (shut.code === 'not-open')
		return { id, title, state: 'later', said: `opens ${shownMoment(opens_at ?? now, zone)}` };
	return { id, title, state: 'done', said: attempts.length > 0 ? went : 'over, not handed in' };
}

/** The assignments of a class for one of its students, the newest first. */
export async function linesOf(
	ground: Ground,
	who: Who,
	{ id, time_zone }: { id: string; time_zone: string }
): Promise<Result<{ lines: Line[] }>> {
	const found = await standingsOf(ground, who, id);
	if (!found.ok) return found;
	const now = ground.now();
	const titles = Map.groupBy(found.standings, ({ assignment }) => assignment.title);
	const lines = found.standings.map((one) => {
		const line = lineOf(one, time_zone, now);
		const { title, created_at } = one.assignment;
		if (titles.get(title)?.length === 1) return line;
		return { ...line, title: `${title}, set ${shownMoment(created_at, time_zone)}` };
	});
	return { ok: true, lines };
}
