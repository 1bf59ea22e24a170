import { redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { getAttempt } from '#lib/server/classes/attempts.ts';
import { explained } from '#lib/server/classes/explained.ts';
import { feedbackOf } from '#lib/server/classes/feedback.ts';
import { shownScore } from '#lib/server/classes/home.ts';
import { shownMoment } from '#lib/server/classes/moments.ts';
import { readingOf } from '#lib/server/classes/reading.ts';
import { feedbackWords } from '#lib/server/classes/shown.ts';
import { standingOf } from '#lib/server/classes/standing.ts';
import { asStudent, placeOf, refused } from '#lib/server/classes/student-pages.ts';
import { answeredOf } from '#lib/server/classes/taking.ts';
import type { PageServerLoad } from './$types';

/** Why somebody who was answering came here. */
const late: Record<string, string> = {
	over: 'The time was over before your last answers came. What was saved before is safe, and counts.',
	submitted:
		'This quiz was handed in already, here or elsewhere: what you answered after that does not count. What was saved before is safe.'
};

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
			late: late[event.url.searchParams.get('late') ?? ''],
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
