import { error } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { teacherOf } from '#lib/server/accounts/teacher.ts';
import { withGround } from '#lib/server/classes/app.ts';
import { listAssignments } from '#lib/server/classes/assignments.ts';
import { changeClass, getClass, renewCode, renewLink } from '#lib/server/classes/classes.ts';
import { shownCode } from '#lib/server/classes/codes.ts';
import { deleteClass } from '#lib/server/classes/erase.ts';
import { action, type Acted } from '#lib/server/classes/forms.ts';
import { holdLink } from '#lib/server/accounts/teacher.ts';
import { mergeStudents } from '#lib/server/classes/merge.ts';
import { nameKey } from '#lib/server/classes/names.ts';
import { qrOf } from '#lib/server/classes/qr.ts';
import { refuse } from '#lib/server/classes/result.ts';
import { stateOf } from '#lib/server/classes/shown.ts';
import {
	listNames,
	listStudents,
	removeStudent,
	renameStudent,
	resetPhrase
} from '#lib/server/classes/students.ts';
import type { Actions, PageServerLoad, RouteParams } from './$types';

/** What was done, said on the page that comes then. */
const told: Record<string, string> = {
	new: 'The class is ready. Give your students the code, or let them scan the picture.',
	named: 'The names are on the list.',
	renamed: 'The name is changed.',
	merged: 'The two are one now, with the answers of both.',
	removed: 'The student is removed, with all answers.',
	settings: 'The class is changed.',
	code: 'The class has a new code. The old one opens nothing any more.',
	link: 'The class has a new private link. The old one opens nothing any more.',
	deleted: 'The assignment is deleted, with all answers.'
};

export const load: PageServerLoad = async (event) => {
	const { who, held } = await teacherOf(event);
	const { id } = event.params;
	return withGround(event, async (ground) => {
		const found = await getClass(ground, who, id);
		if (!found.ok) error(404, found.sentence);
		const students = await listStudents(ground, who, id);
		const assignments = await listAssignments(ground, who, id);
		if (!students.ok || !assignments.ok) error(404, found.class.name);
		const { code, time_zone: zone } = found.class;
		const join = `${event.url.origin}${resolve('/join/[code]', { code })}`;
		const link = held.find((one) => one.id === id)?.link;
		const one = Object.keys(told).find((name) => event.url.searchParams.has(name));
		return {
			told: one && told[one],
			group: {
				id,
				name: found.class.name,
				code: shownCode(code),
				zone,
				names: found.class.names,
				capacity: found.class.capacity,
				open: found.class.joining_open === 1
			},
			join,
			qr: await qrOf(join),
			joinHost: `${event.url.host}${resolve('/join')}`,
			privateLink: link && `${event.url.origin}${resolve('/teach/link/[link]', { link })}`,
			students: students.students.map(({ id, name, joined_at }) => ({
				id,
				name,
				joined: joined_at !== null
			})),
			assignments: assignments.assignments.map((row) => ({
				id: row.id,
				title: row.title,
				state: stateOf(row, zone, ground.now())
			})),
			zones: Intl.supportedValuesOf('timeZone')
		};
	});
};

type Given = Acted<RouteParams>;
const here =
	(what: string, at: string) =>
	(_: object, { params }: Given) =>
		`${resolve('/teach/classes/[id]', { id: params.id })}?${what}#${at}`;
const lines = (text: string) =>
	text
		.split(/\r?\n/)
		.map((line) => line.trim())
		.filter(Boolean);

export const actions: Actions = {
	names: action(
		'names',
		({ ground, who, params, given }: Given) =>
			listNames(ground, who, params.id, lines(given('names'))),
		here('named', 'students')
	),
	rename: action(
		'student',
		({ ground, who, given }: Given) => renameStudent(ground, who, given('student'), given('name')),
		here('renamed', 'students')
	),
	merge: action(
		'merge',
		({ ground, who, given }: Given) => mergeStudents(ground, who, given('student'), given('into')),
		here('merged', 'students')
	),
	remove: action(
		'student',
		({ ground, who, given }: Given) => removeStudent(ground, who, given('student')),
		here('removed', 'students')
	),
	words: action(
		'student',
		({ ground, who, given }: Given) => resetPhrase(ground, who, given('student')),
		// shown once, on the answer itself: it must not stand in an address
		({ phrase }, { given }) => ({ phrase, student: given('student') })
	),
	settings: action(
		'settings',
		({ ground, who, params, given }: Given) =>
			changeClass(ground, who, params.id, {
				name: given('name'),
				timeZone: given('zone'),
				names: given('names') === 'list' ? 'list' : 'own',
				capacity: Number(given('capacity')),
				joiningOpen: given('open') === 'yes'
			}),
		here('settings', 'settings')
	),
	code: action(
		'join',
		({ ground, who, params }: Given) => renewCode(ground, who, params.id),
		here('code', 'join')
	),
	link: action(
		'settings',
		({ ground, who, params }: Given) => renewLink(ground, who, params.id),
		({ link }, acted: Given) => {
			holdLink(acted.event, link);
			return here('link', 'settings')({}, acted);
		}
	),
	delete: action(
		'delete',
		async ({ ground, who, params, given }: Given) => {
			const found = await getClass(ground, who, params.id);
			if (!found.ok) return found;
			if (nameKey(given('name')) !== nameKey(found.class.name))
				return refuse('bad-name', {
					sentence: 'This is not the name of the class, so nothing was deleted.'
				});
			return deleteClass(ground, who, params.id);
		},
		() => `${resolve('/teach')}?deleted`
	)
};
