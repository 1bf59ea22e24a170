// What a student does with pages: begins a paper, and hands it in.
import { setTimeout as sleep } from 'node:timers/promises';
import { ask } from './wire.ts';

/** A student's browser, at an assignment. */
export interface Place {
	origin: string;
	token: string;
	assignment: string;
	/** Whether what troubles the server still goes on: so long, nobody gives up. */
	troubled(): boolean;
}

const patienceMillis = 60_000;
const pauseMillis = 100;

/**
 * Asks until the server answers: while it is away, a person loads the page again.
 * @throws Error a minute after what troubled it is over
 */
export async function insist(
	{ origin, token, troubled }: Place,
	path: string,
	body?: string
): Promise<{ status: number; text: string }> {
	let end = performance.now() + patienceMillis;
	while (performance.now() < end) {
		if (troubled()) end = performance.now() + patienceMillis;
		const signal = AbortSignal.timeout(12_000);
		const sent = { origin, token, path, signal, ...(body !== undefined && { body }) };
		const answer = await ask(sent).catch(() => undefined);
		if (answer && answer.status < 500) return answer;
		await sleep(pauseMillis);
	}
	throw new Error(`no answer from ${path} for a minute`);
}

const pathOf = ({ assignment }: Place, page = '') => `/class/${assignment}${page}`;

/** Begins a paper. @returns its id; undefined when none can be begun, or its time was over at once */
export async function begin(place: Place): Promise<string | undefined> {
	await insist(place, pathOf(place), '');
	const { text } = await insist(place, pathOf(place, '/take'));
	return /data-taking="([^"]+)"/.exec(text)?.[1];
}

/** Hands a paper in. @returns what went wrong; undefined when its result is shown */
export async function handIn(place: Place, attempt: string): Promise<string | undefined> {
	const body = new URLSearchParams({ attempt }).toString();
	const handed = await insist(place, pathOf(place, '/take?/submit'), body);
	if (handed.status !== 303) return `handing in was answered by ${handed.status}`;
	const { status } = await insist(place, pathOf(place, '/result'));
	return status === 200 ? undefined : `the result was answered by ${status}`;
}

/** Where answers are saved. */
export const saveAddress = (place: Place) => place.origin + pathOf(place, '/save');
