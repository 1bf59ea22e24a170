import type { Snapshot } from './outbox.ts';

const patienceMillis = 12_000;

/** What stands on the server for a question, when it was answered elsewhere. */
export interface Stands {
	said: string;
	typed: Record<string, string[]>;
	state: string;
}

/** The server's clock, and the end as it is now. */
export interface Time {
	now?: number;
	endsAt?: number | null;
}

/** What became of an answer that was sent; `lost`: nobody knows. */
export type Reply = Time &
	(
		| { code: 'saved'; state: string }
		| { code: 'conflict'; stands: Stands; sentence: string }
		| { code: 'lost' }
		| { code: string; sentence: string }
	);

async function ask(address: string, init: RequestInit): Promise<Record<string, unknown>> {
	try {
		const answer = await fetch(address, { ...init, signal: AbortSignal.timeout(patienceMillis) });
		if (answer.status >= 500 || answer.status === 429) return { code: 'lost' };
		return (await answer.json()) as Record<string, unknown>;
	} catch {
		return { code: 'lost' };
	}
}

/** Sends one answer. */
export async function send(address: string, attempt: string, one: Snapshot): Promise<Reply> {
	const body = new URLSearchParams([
		['attempt', attempt],
		['number', String(one.number)],
		['state', one.state],
		...one.fields
	]);
	const reply = await ask(address, { method: 'POST', body, keepalive: true });
	return { code: 'saved', ...reply } as Reply;
}

/** Asks for the clock. */
export const askTime = (address: string, attempt: string) =>
	ask(`${address}?${new URLSearchParams({ attempt })}`, {}) as Promise<
		Time & { shut?: { code: string; sentence: string } }
	>;
