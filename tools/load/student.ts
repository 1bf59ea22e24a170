// A student who answers at random, changes answers, loads the page again and hands in, by the very scripts of the pages.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Form } from '../../src/lib/forms/form.ts';
import { openOutbox } from '../../src/lib/client/taking/outbox.ts';
import { startPost, type Standing } from '../../src/lib/client/taking/post.ts';
import { answerTo } from './answers.ts';
import { addressFor } from './browser.ts';
import { begin, handIn, saveAddress, type Place } from './sitting.ts';

/** One paper, as its student knows it. */
export interface Sat {
	attempt: string;
	/** By question: what was acknowledged last, "version.hash", and how many answers were. */
	acknowledged: Map<number, { state: string; times: number }>;
	/** By question: the answer that should stand when all is saved. */
	meant: Map<number, [string, string][]>;
	/** Nothing more was taken: its time was over. */
	over: boolean;
	/** What ended otherwise than it should, in words. */
	problems: string[];
}

const answersOfOne = 50;
const thinkMillis = 60;
const patienceMillis = 60_000;
/** The page tries again by itself; here the student also does so now and then, as by loading the page. */
const againMillis = 200;

/** The page as it is loaded: what waits on the device is sent. */
function loadPage(place: Place, sat: Sat, states: Map<number, string>) {
	const outbox = openOutbox(sat.attempt);
	const address = addressFor(saveAddress(place), place.token);
	const post = startPost({ address, attempt: sat.attempt }, outbox, {
		standing: () => undefined,
		time: () => undefined,
		saved(number, state) {
			const before = sat.acknowledged.get(number);
			const times = (before?.times ?? 0) + (before?.state === state ? 0 : 1);
			sat.acknowledged.set(number, { state, times });
			states.set(number, state);
		},
		conflict: (number) => sat.problems.push(`question ${number} was in conflict with itself`)
	});
	return { outbox, post };
}
type Page = ReturnType<typeof loadPage>;

/** Waits until all is saved, or nothing more is taken; not longer than a minute after the trouble. */
async function settled({ troubled }: Place, { post }: Page, sat: Sat): Promise<Standing['is']> {
	let end = performance.now() + patienceMillis;
	for (;;) {
		if (troubled()) end = performance.now() + patienceMillis;
		const { is } = await post.go();
		if (is === 'saved' || is === 'shut') return is;
		if (is !== 'away' && is !== 'saving') sat.problems.push(`an answer stayed ${is}`);
		if (performance.now() > end) sat.problems.push('answers waited for a minute');
		if (sat.problems.length > 0) return is;
		await sleep(againMillis);
	}
}

/** One paper from its first answer to its result. */
async function sit(place: Place, form: Form, sat: Sat): Promise<void> {
	const states = new Map<number, string>();
	const page = loadPage(place, sat, states);
	let shut = false;
	for (let n = 0; n < answersOfOne && place.troubled() && !shut && sat.problems.length === 0; n++) {
		const number = 1 + Math.floor(Math.random() * form.items.length);
		const fields = answerTo(form, number, Math.floor(Math.random() * 1000));
		const state = page.outbox.newest(number)?.state ?? states.get(number) ?? '0.';
		sat.meant.set(number, fields);
		page.outbox.add({ number, fields, state, at: performance.now() });
		page.post.touched(number);
		void page.post.go().then(({ is }) => (shut ||= is === 'shut'));
		await sleep(thinkMillis * (0.5 + Math.random()));
	}
	sat.over = (await settled(place, page, sat)) === 'shut';
	const problem = await handIn(place, sat.attempt);
	if (problem) sat.problems.push(problem);
}

/** Sits one paper after another, as long as the trouble goes on and papers are left. @param all each is put here as it begins */
export async function study(place: Place, form: Form, all: Sat[]): Promise<void> {
	while (place.troubled()) {
		const sat: Sat = {
			attempt: '',
			acknowledged: new Map(),
			meant: new Map(),
			over: false,
			problems: []
		};
		try {
			const attempt = await begin(place);
			if (attempt === undefined) break;
			sat.attempt = attempt;
			all.push(sat);
			await sit(place, form, sat);
		} catch (problem) {
			if (!all.includes(sat)) all.push(sat);
			sat.problems.push((problem as Error).message);
		}
	}
}
