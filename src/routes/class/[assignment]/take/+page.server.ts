import { fail, redirect } from '@sveltejs/kit';
import { resolve } from '$app/paths';
import { typedOf } from '#lib/papers/paper.ts';
import type { Actor } from '#lib/server/classes/access.ts';
import type { Ground } from '#lib/server/classes/ground.ts';
import { revealQuestion, savePage, type Unsaved } from '#lib/server/classes/page-answers.ts';
import type { Refusal } from '#lib/server/classes/result.ts';
import { asStudent, placeOf, refused } from '#lib/server/classes/student-pages.ts';
import { submitAttempt } from '#lib/server/classes/submit.ts';
import { takingPage } from '#lib/server/classes/taking.ts';
import { shownMoment } from '#lib/server/classes/moments.ts';
import { entriesOf } from '#lib/server/entries.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** The page of an address: "end" is the one before handing in. */
const pageOf = ({ searchParams }: URL): number => {
	const text = searchParams.get('page') ?? '1';
	return text === 'end' ? 0 : Math.max(1, Number(/^\d{1,3}$/.exec(text)?.[0] ?? 1));
};

export const load: PageServerLoad = (event) =>
	asStudent(event, async (ground, who, places) => {
		const { assignment } = event.params;
		const found = await takingPage(ground, who, assignment, pageOf(event.url));
		if (!found.ok && found.code === 'no-attempt')
			redirect(303, resolve('/class/[assignment]', { assignment }));
		if (!found.ok) refused(found);
		const { taking } = found;
		const place = placeOf(places, taking.classId);
		const zone = place?.class.time_zone ?? 'UTC';
		return {
			taking,
			student: place?.student.name ?? '',
			group: place?.class.name ?? '',
			until: taking.endsAt === null ? '' : shownMoment(taking.endsAt, zone)
		};
	});

const lost: Pick<Unsaved, 'number' | 'sentence'>[] = [
	{ number: 0, sentence: 'The answers could not be read. Please send them again.' }
];

/** Handed in or over meanwhile: what was saved counts, and the page of the result says how much that is. */
function shut({ params }: RequestEvent, { code }: Refusal): never {
	redirect(303, `${resolve('/class/[assignment]/result', params)}?late=${code}`);
}

/** Saves what was answered on a page, then goes on. @param then the query of the page to go to */
const saving = (
	event: RequestEvent,
	then: (
		saved: { ground: Ground; who: Actor[]; attempt: string; answered: number[] },
		given: (name: string) => string
	) => Promise<string | Unsaved>
) =>
	asStudent(event, async (ground, who) => {
		const entries = await entriesOf(event.request);
		if (!entries) return fail(400, { unsaved: lost, typed: {} });
		const given = (name: string) => entries.find((entry) => entry[0] === name)?.[1] ?? '';
		const attempt = given('attempt');
		const saved = await savePage(ground, who, attempt, entries);
		if (!saved.ok) shut(event, saved);
		const { unsaved, answered } = saved;
		if (unsaved.length === 0) {
			const next = await then({ ground, who, attempt, answered }, given);
			if (typeof next === 'string')
				redirect(303, resolve('/class/[assignment]/take', event.params) + next);
			unsaved.push(next);
		}
		const numbers = unsaved.map(({ number }) => number);
		const isOf = (name: string) => numbers.includes(Number(/^q(\d+)/.exec(name)?.[1]));
		const status = unsaved.some(({ stands }) => stands) ? 409 : 400;
		return fail(status, { unsaved, typed: typedOf(entries.filter(([name]) => isOf(name))) });
	});

export const actions: Actions = {
	save: (event) =>
		saving(event, async (_, given) => {
			const to = /^(?:\d{1,3}|end)$/.exec(given('to'))?.[0] ?? 'end';
			return `?page=${to}`;
		}),

	/** With feedback at once: fixes one answer and shows what is right. */
	check: (event) =>
		saving(event, async ({ ground, who, attempt, answered }, given) => {
			const number = Number(given('number'));
			if (!answered.includes(number))
				return { number, sentence: 'Answer first, then see what is right.' };
			const shown = await revealQuestion(ground, who, attempt, number);
			if (!shown.ok) shut(event, shown);
			return `?page=${pageOf(event.url) || 'end'}#q${number}`;
		}),

	/** Hands in what is saved. */
	submit: (event) =>
		asStudent(event, async (ground, who) => {
			const entries = await entriesOf(event.request);
			const attempt = entries?.find(([name]) => name === 'attempt')?.[1] ?? '';
			const handed = await submitAttempt(ground, who, attempt);
			if (!handed.ok) refused(handed);
			redirect(303, resolve('/class/[assignment]/result', event.params));
		})
};
