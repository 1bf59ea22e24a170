import { error } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { teacherOf } from '#lib/server/accounts/teacher.ts';
import type { Actor } from '#lib/server/classes/access.ts';
import { listAllowances, setAllowance } from '#lib/server/classes/allowances.ts';
import { withGround } from '#lib/server/classes/app.ts';
import { readTerms } from '#lib/server/classes/assigning.ts';
import {
	changeTerms,
	closeAssignment,
	getAssignment,
	reopenAssignment
} from '#lib/server/classes/assignments.ts';
import { getClass } from '#lib/server/classes/classes.ts';
import { deleteAssignment } from '#lib/server/classes/erase.ts';
import { action, type Acted } from '#lib/server/classes/forms.ts';
import type { Ground } from '#lib/server/classes/ground.ts';
import { fieldMoment, readMoment, shownLength } from '#lib/server/classes/moments.ts';
import {
	changePaper,
	substitutesFor,
	type PaperChange
} from '#lib/server/classes/paper-changes.ts';
import { settingOf } from '#lib/server/classes/papers.ts';
import { questionShown, questionsShown } from '#lib/server/classes/preview.ts';
import { qrOf } from '#lib/server/classes/qr.ts';
import { refuse } from '#lib/server/classes/result.ts';
import { feedbackWords, stateOf } from '#lib/server/classes/shown.ts';
import { progressOf } from '#lib/server/classes/watching.ts';
import type { Assignment } from '#lib/server/storage/tables.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

/** What was done, said on the page that comes then. */
const told: Record<string, string> = {
	new: 'The quiz is set. Students of the class find it when they open their class; or give them the link.',
	terms: 'The quiz is changed.',
	paper: 'The paper is changed.',
	extra: 'The student has that beyond the others now.',
	closed: 'The quiz is closed. What was saved counts.',
	open: 'The quiz is open again.'
};

/** What a teacher may not have thought of: between two attempts at one paper its keys are shown. */
const keysBetween = ({ attempts, feedback, paper }: Assignment): string | undefined =>
	attempts > 1 && paper === 'same' && (feedback === 'submitted' || feedback === 'at-once')
		? 'All attempts are at the same paper, and what is right is shown before the next one begins: show it after the due date instead, or give each student a paper of their own.'
		: undefined;

/** "closed", or "open=3" where three go on whose papers had been ended. */
function toldBy({ searchParams }: URL): string | undefined {
	const name = Object.keys(told).find((name) => searchParams.has(name));
	if (name === undefined) return undefined;
	const goOn = Number(/^[1-9]\d{0,3}$/.exec(searchParams.get(name) ?? '')?.[0] ?? 0);
	const papers = goOn === 1 ? '1 paper goes on that' : `${goOn} papers go on that`;
	return [told[name], ...(goOn > 0 ? [`${papers} had been ended before.`] : [])].join(' ');
}

/** The terms as the fields of the form have them. */
const fieldsOf = (row: Assignment, zone: string): Record<string, string> => ({
	title: row.title,
	opens: fieldMoment(row.opens_at, zone),
	due: fieldMoment(row.due_at, zone),
	minutes: row.seconds === null ? '' : String(row.seconds / 60),
	attempts: String(row.attempts),
	feedback: row.feedback,
	reading: row.reading ? 'yes' : ''
});

/** What may stand in place of the question that the teacher wants to swap. */
async function swapOf(ground: Ground, who: readonly Actor[], id: string, item: string | null) {
	if (item === null) return undefined;
	const found = await substitutesFor(ground, who, id, item);
	return { out: item, questions: found.ok ? found.items.slice(0, 5).map(questionShown) : [] };
}

async function studentsOf(ground: Ground, who: readonly Actor[], id: string, zone: string) {
	const [progress, extras] = [
		await progressOf(ground, who, id),
		await listAllowances(ground, who, id)
	];
	if (!progress.ok || !extras.ok) return [];
	const extra = new Map(extras.allowances.map((one) => [one.student_id, one]));
	return progress.progress.map(({ student, name, attempt, submittedAt }) => {
		const own = extra.get(student);
		return {
			id: student,
			name,
			state: submittedAt !== null ? 'handed in' : attempt ? 'has begun' : 'not begun',
			minutes: (own?.extra_seconds ?? 0) / 60,
			attempts: own?.extra_attempts ?? 0,
			until: fieldMoment(own?.open_until ?? null, zone)
		};
	});
}

export const load: PageServerLoad = async (event) => {
	const { who } = await teacherOf(event);
	const { id } = event.params;
	return withGround(event, async (ground) => {
		const found = await getAssignment(ground, who, id);
		if (!found.ok) error(found.code === 'nothing-to-ask' ? 409 : 404, found.sentence);
		const { assignment, form } = found;
		const group = await getClass(ground, who, assignment.class_id);
		if (!group.ok) error(404, group.sentence);
		const zone = group.class.time_zone;
		const link = `${event.url.origin}${resolve('/class/[assignment]', { assignment: id })}`;
		const students = await studentsOf(ground, who, id, zone);
		return {
			told: toldBy(event.url),
			warning: keysBetween(assignment),
			writing: students.filter(({ state }) => state === 'has begun').length,
			group: { id: group.class.id, name: group.class.name, zone },
			id,
			name: assignment.title,
			state: stateOf(assignment, zone, ground.now()),
			closed: assignment.closed_at !== null,
			limit: assignment.seconds === null ? undefined : shownLength(assignment.seconds),
			each: assignment.paper === 'each',
			fields: fieldsOf(assignment, zone),
			rules: Object.entries(feedbackWords).map(([id, title]) => ({ id, title })),
			pinned: settingOf(assignment).pinned,
			questions: questionsShown(form),
			begun: students.some(({ state }) => state !== 'not begun'),
			swap: await swapOf(ground, who, id, event.url.searchParams.get('swap')),
			students,
			link,
			qr: await qrOf(link)
		};
	});
};

type Given = Acted<RouteParams>;
const here =
	(what: string, at: string) =>
	(done: { goOn?: number }, { params }: Given) => {
		const query = done.goOn ? `${what}=${done.goOn}` : what;
		return `${resolve('/teach/assignments/[id]', { id: params.id })}?${query}#${at}`;
	};

/** The time zone in which the teacher's form says its moments. */
async function zoneOf({ ground, who, params }: Given) {
	const found = await getAssignment(ground, who, params.id);
	if (!found.ok) return found;
	const group = await getClass(ground, who, found.assignment.class_id);
	return group.ok ? { ok: true as const, zone: group.class.time_zone } : group;
}

const change = (read: (given: Given['given']) => PaperChange) =>
	action(
		'paper',
		({ ground, who, params, given }: Given) => changePaper(ground, who, params.id, read(given)),
		here('paper', 'paper')
	);

const wrongDate = () =>
	refuse('bad-times', {
		sentence: 'This date cannot be read: please write it as 2026-11-24T14:30.'
	});

export const actions: Actions = {
	terms: action(
		'terms',
		async (acted: Given) => {
			const at = await zoneOf(acted);
			if (!at.ok) return at;
			const terms = readTerms(acted, at.zone);
			if ('ok' in terms) return terms;
			return changeTerms(acted.ground, acted.who, acted.params.id, {
				...terms,
				title: acted.given('title')
			});
		},
		here('terms', 'terms')
	),
	swap: change((given) => ({ swap: given('out'), for: given('in') })),
	pin: change((given) => ({ pin: given('item') })),
	unpin: change((given) => ({ unpin: given('item') })),
	redraw: change(() => ({ redraw: true })),
	extra: action(
		'extra',
		async (acted: Given) => {
			const at = await zoneOf(acted);
			if (!at.ok) return at;
			const openUntil = readMoment(acted.given('until'), at.zone);
			if (openUntil === undefined) return wrongDate();
			return setAllowance(acted.ground, acted.who, acted.params.id, acted.given('student'), {
				seconds: Number(acted.given('minutes') || '0') * 60,
				attempts: Number(acted.given('attempts') || '0'),
				openUntil
			});
		},
		here('extra', 'students')
	),
	close: action(
		'state',
		({ ground, who, params }: Given) => closeAssignment(ground, who, params.id),
		here('closed', 'state')
	),
	reopen: action(
		'state',
		async (acted: Given) => {
			const at = await zoneOf(acted);
			if (!at.ok) return at;
			const due = readMoment(acted.given('due'), at.zone);
			if (due === undefined) return wrongDate();
			return reopenAssignment(acted.ground, acted.who, acted.params.id, due);
		},
		here('open', 'state')
	),
	delete: action(
		'delete',
		async ({ ground, who, params }: Given) => {
			const found = await getAssignment(ground, who, params.id);
			if (!found.ok) return found;
			const done = await deleteAssignment(ground, who, params.id);
			return done.ok ? { ...done, group: found.assignment.class_id } : done;
		},
		({ group }) => `${resolve('/teach/classes/[id]', { id: group })}?deleted#assignments`
	)
};
