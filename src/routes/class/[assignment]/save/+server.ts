import { json } from '@sveltejs/kit';
import { statusOf } from '#lib/server/classes/forms.ts';
import { saveQuestion } from '#lib/server/classes/page-answers.ts';
import { actingOf } from '#lib/server/classes/acting.ts';
import { withGround } from '#lib/server/classes/app.ts';
import { clockOf } from '#lib/server/classes/taking.ts';
import { entriesOf } from '#lib/server/entries.ts';
import type { RequestHandler } from './$types';

/** Saves one answer from the script of a page. The answer has the server's clock, and the end as it is now. */
export const POST: RequestHandler = async (event) => {
	const entries = await entriesOf(event.request);
	if (!entries) return json({ code: 'unreadable' }, { status: 400 });
	const given = (name: string) => entries.find((entry) => entry[0] === name)?.[1] ?? '';
	const who = await actingOf(event);
	return withGround(event, async (ground) => {
		const attempt = given('attempt');
		const sent = {
			attempt,
			number: Number(given('number')),
			state: given('state'),
			fields: entries
		};
		const saved = await saveQuestion(ground, who, sent);
		if ('ok' in saved && saved.ok)
			return json({ state: saved.state, now: ground.now(), endsAt: saved.endsAt });
		const clock = await clockOf(ground, who, attempt);
		const time = clock.ok ? { now: clock.now, endsAt: clock.endsAt } : {};
		if ('number' in saved)
			return json(
				{ ...saved, ...time, code: saved.stands ? 'conflict' : 'unreadable' },
				{ status: 409 }
			);
		const { code, sentence } = saved;
		return json({ code, sentence, ...time }, { status: statusOf(saved) });
	});
};

/** The clock: `?attempt=ID`. */
export const GET: RequestHandler = async (event) => {
	const who = await actingOf(event);
	return withGround(event, async (ground) => {
		const clock = await clockOf(ground, who, event.url.searchParams.get('attempt') ?? '');
		if (!clock.ok)
			return json({ code: clock.code, sentence: clock.sentence }, { status: statusOf(clock) });
		const { now, endsAt, shut } = clock;
		return json({ now, endsAt, shut });
	});
};
