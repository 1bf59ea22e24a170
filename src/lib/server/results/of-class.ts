import type { Assignment, Class } from '../storage/tables.ts';
import type { Who } from '../classes/access.ts';
import { listAssignments } from '../classes/assignments.ts';
import { listClasses } from '../classes/classes.ts';
import type { Ground } from '../classes/ground.ts';
import { shownLength } from '../classes/moments.ts';
import type { Result } from '../classes/result.ts';
import { resultsOf } from '../classes/watching.ts';
import { marks, percent } from '../pages/figures.ts';
import { scoreOf, type Sat } from './sat.ts';

/** The papers of an assignment that are handed in, by name; and how many are not yet. */
export async function satsOf(
	ground: Ground,
	who: Who,
	id: string
): Promise<Result<{ assignment: Assignment; sats: Sat[]; running: number }>> {
	const found = await resultsOf(ground, who, id);
	if (!found.ok) return found;
	const sats = found.results
		.filter(({ attempt }) => attempt.submitted_at !== null)
		.map(({ student, attempt, form, responses }) => ({
			...{ id: attempt.id, student: student.id, name: student.name, n: attempt.n },
			...{ form, responses, startedAt: attempt.started_at, submittedAt: attempt.submitted_at }
		}))
		.sort((a, b) => a.name.localeCompare(b.name, 'en') || a.n - b.n);
	const running = found.results.length - sats.length;
	return { ok: true, assignment: found.assignment, sats, running };
}

/** An assignment with the class that it is set to. */
export interface Quiz {
	id: string;
	title: string;
	class: string;
}

/** All that a teacher has set, class by class. */
export async function allSet(ground: Ground, who: Who): Promise<Quiz[]> {
	const classes: Class[] = await listClasses(ground, who);
	const lists = await Promise.all(
		classes.map(async ({ id, name }) => {
			const found = await listAssignments(ground, who, id);
			return found.ok ? found.assignments.map((one) => ({ ...one, class: name })) : [];
		})
	);
	return lists.flat().map((one) => ({ id: one.id, title: one.title, class: one.class }));
}

/** A paper as a line of the list of students. */
export function paperLine(sat: Sat, when: (millis: number) => string) {
	const { gained, full } = scoreOf(sat);
	const { id, name, n, startedAt, submittedAt } = sat;
	return {
		...{ id, name, n },
		score: `${marks(gained)} of ${marks(full)}`,
		share: percent(gained / full),
		handedIn: submittedAt === null ? '–' : when(submittedAt),
		took:
			startedAt === null || submittedAt === null
				? '–'
				: shownLength(Math.max(1, Math.round((submittedAt - startedAt) / 60_000)) * 60)
	};
}
export type PaperLine = ReturnType<typeof paperLine>;
