import { resolve } from '$app/paths';
import { action, type Acted } from '#lib/server/classes/forms.ts';
import { startAttempt } from '#lib/server/classes/attempts.ts';
import type { Choice } from '#lib/server/classes/choice.ts';
import { mayShowFeedback } from '#lib/server/classes/feedback.ts';
import { lineOf, shownScore } from '#lib/server/classes/home.ts';
import { shownLength, shownMoment } from '#lib/server/classes/moments.ts';
import { readingOf } from '#lib/server/classes/reading.ts';
import { feedbackWords } from '#lib/server/classes/shown.ts';
import { standingOf, type Standing } from '#lib/server/classes/standing.ts';
import { asStudent, placeOf, refused } from '#lib/server/classes/student-pages.ts';
import { dueFor } from '#lib/server/classes/timing.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

/** What awaits, in words. */
function terms({ assignment, allowance, attempts }: Standing, zone: string) {
	const due = dueFor(assignment, allowance);
	const allowed = assignment.attempts + (allowance?.extra_attempts ?? 0);
	const { length } = JSON.parse(assignment.choice) as Choice;
	const seconds = assignment.seconds && assignment.seconds + (allowance?.extra_seconds ?? 0);
	return [
		{ name: 'Questions', said: String(length) },
		{
			name: 'Time',
			said: seconds ? `${shownLength(seconds)} from the moment you begin` : 'No limit'
		},
		{ name: 'Until', said: due === null ? 'No date' : shownMoment(due, zone) },
		...(allowed > 1
			? [{ name: 'Attempts', said: `${Math.max(0, allowed - attempts.length)} of ${allowed} left` }]
			: []),
		{ name: 'What was right', said: feedbackWords[assignment.feedback] }
	];
}

export const load: PageServerLoad = (event) =>
	asStudent(event, async (ground, who, places) => {
		const found = await standingOf(ground, who, event.params.assignment);
		if (!found.ok) refused(found);
		const { standing } = found;
		const { assignment, attempts, shut } = standing;
		const rule = { ...assignment, lastUntil: standing.lastUntil };
		const place = placeOf(places, assignment.class_id);
		const zone = place?.class.time_zone ?? 'UTC';
		return {
			title: assignment.title,
			student: place?.student.name ?? '',
			group: place?.class.name ?? '',
			state: lineOf(standing, zone, ground.now()).state,
			shut: shut?.sentence,
			opens: shut?.code === 'not-open' && shut.at ? shownMoment(shut.at, zone) : undefined,
			terms: terms(standing, zone),
			reading: assignment.reading === 1 ? readingOf(assignment, ground.content()) : [],
			attempts: attempts.flatMap((attempt) =>
				attempt.submitted_at === null
					? []
					: {
							n: attempt.n,
							at: shownMoment(attempt.submitted_at, zone),
							score:
								mayShowFeedback(rule, attempt, ground.now()) === 'all' ? shownScore(attempt) : ''
						}
			)
		};
	});

export const actions: Actions = {
	default: action(
		'begin',
		({ ground, who, params }: Acted<RouteParams>) => startAttempt(ground, who, params.assignment),
		(_, { params }) => resolve('/class/[assignment]/take', params)
	)
};
