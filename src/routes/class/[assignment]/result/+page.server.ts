import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { getAttempt } from '#lib/server/classes/attempts.ts';
import { explained } from '#lib/server/classes/explained.ts';
import { feedbackOf } from '#lib/server/classes/feedback.ts';
import { shownScore } from '#lib/server/classes/home.ts';
import { shownMoment } from '#lib/server/classes/moments.ts';
import { readingOf } from '#lib/server/classes/reading.ts';
import { feedbackWords } from '#lib/server/classes/shown.ts';
import { endedByClosing } from '#lib/server/classes/shut.ts';
import { standingOf } from '#lib/server/classes/standing.ts';
import { asStudent, placeOf, refused } from '#lib/server/classes/student-pages.ts';
import { answeredOf } from '#lib/server/classes/taking.ts';
import { wasEnded } from '#lib/server/classes/timing.ts';
import type { Assignment, Attempt } from '#lib/server/storage/tables.ts';
import type { PageServerLoad } from './$types';

/** What became of answers that came too late, or with a paper that is not this one. */
const lateWords = new Map([
	[
		'submitted',
		'This quiz was handed in already, here or elsewhere: what you answered after that does not count. What was saved before is safe.'
	],
	['no-attempt', 'What you sent last was not of this paper: it was not taken.'],
	['no-item', 'What you sent last was not of this paper: it was not taken.']
]);

/** What ended a paper that its student did not hand in. */
function endOfIt(attempt: Attempt, assignment: Assignment, zone: string): string | undefined {
	if (!wasEnded(attempt)) return undefined;
	const at = shownMoment(attempt.ends_at ?? 0, zone);
	const what = endedByClosing(attempt, assignment)
		? `Your teacher closed this quiz on ${at}.`
		: `Your time for this quiz was over on ${at}.`;
	return `${what} What was saved until then is safe, and counts.`;
}

export const load: PageServerLoad = (event) =>
	asStudent(event, async (ground, who, places) => {
		const { assignment: id } = event.params;
		const standing = await standingOf(ground, who, id);
		if (!standing.ok) refused(standing);
		const { assignment, attempts } = standing.standing;
		const wanted = Number(event.url.searchParams.get('n'));
		const handedIn = attempts.filter(({ submitted_at }) => submitted_at !== null);
		const attempt = handedIn.find(({ n }) => n === wanted) ?? handedIn.at(-1);
		if (!attempt) redirect(303, resolve('/class/[assignment]', { assignment: id }));
		const found = await feedbackOf(ground, who, attempt.id);
		if (!found.ok) refused(found);
		const sitting = await getAttempt(ground, who, attempt.id);
		if (!sitting.ok) refused(sitting);
		const { form, saved } = sitting.sitting;
		const place = placeOf(places, assignment.class_id);
		const zone = place?.class.time_zone ?? 'UTC';
		const content = ground.content();
		const all = found.showing === 'all';
		return {
			title: assignment.title,
			student: place?.student.name ?? '',
			group: place?.class.name ?? '',
			at: shownMoment(attempt.submitted_at ?? ground.now(), zone),
			ended: endOfIt(attempt, assignment, zone),
			late: lateWords.get(event.url.searchParams.get('late') ?? ''),
			answered: answeredOf(form, saved).filter(Boolean).length,
			questions: form.items.length,
			rule: feedbackWords[assignment.feedback],
			never: assignment.feedback === 'never',
			due: assignment.due_at === null ? '' : shownMoment(assignment.due_at, zone),
			score: all ? shownScore(attempt) : '',
			items: all ? found.items.map((one) => explained(one, content.index)) : [],
			reading: all ? readingOf(assignment, content) : [],
			again: standing.standing.shut === undefined
		};
	});
