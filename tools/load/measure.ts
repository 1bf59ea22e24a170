// A load of requests at fixed moments, whether or not the ones before are answered, and how long each took.
import { setTimeout as sleep } from 'node:timers/promises';

export interface Load {
	/** How many clients. */
	clients: number;
	/** Requests of each; one a second. */
	rounds: number;
	/** One request of a client. @throws Error when it was not answered as it should be */
	send(client: number, round: number): Promise<void>;
}
export interface Measured {
	/** Milliseconds from when a request was due, sorted. */
	times: number[];
	errors: number;
	/** What the errors were. */
	said: Set<string>;
}

/** Sends the load: each client once a second, evenly spread over the second. */
export async function measure({ clients, rounds, send }: Load): Promise<Measured> {
	const times: number[] = [];
	let errors = 0;
	const said = new Set<string>();
	const start = performance.now();
	const sent = Array.from({ length: clients * rounds }, async (_, at) => {
		const due = start + (at * 1000) / clients;
		// whole milliseconds: a timer may not fire early
		await sleep(Math.max(0, Math.ceil(due - performance.now())));
		await send(at % clients, Math.floor(at / clients)).catch((problem: Error) => {
			errors += 1;
			said.add(problem.message);
		});
		times.push(performance.now() - due);
	});
	await Promise.all(sent);
	return { times: times.sort((a, b) => a - b), errors, said };
}

/** The time within which a share of the requests was answered. */
export const percentile = ({ times }: Measured, share: number): number =>
	times[Math.min(times.length - 1, Math.ceil(times.length * share) - 1)] ?? NaN;
