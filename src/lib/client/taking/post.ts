import type { Outbox } from './outbox.ts';
import { send, type Reply, type Stands, type Time } from './send.ts';

/** How things stand with what was answered. */
export type Standing =
	| { is: 'saved' }
	| { is: 'saving' }
	/** The server does not answer: so many questions wait on this device. */
	| { is: 'away'; waiting: number }
	/** Could not be read as an answer, such as half a date. */
	| { is: 'unread'; number: number; sentence: string }
	| { is: 'conflict'; numbers: number[] }
	/** Nothing more is taken. */
	| { is: 'shut'; code: string; sentence: string };

interface On {
	standing(standing: Standing): void;
	saved(number: number, state: string): void;
	conflict(number: number, stands: Stands): void;
	time(time: Time): void;
}

const firstPauseMillis = 1000;
const longestPauseMillis = 15_000;
const shutCodes = new Set(['submitted', 'over', 'closed', 'no-attempt']);

/** Sends what waits in the outbox, one after another, until it has arrived. */
export function startPost(
	{ address, attempt }: { address: string; attempt: string },
	outbox: Outbox,
	on: On
) {
	const conflicts = new Set<number>();
	const unread = new Map<number, string>();
	let shut: Standing | undefined;
	let running: Promise<void> | undefined;
	let again: ReturnType<typeof setTimeout> | undefined;
	let pause = firstPauseMillis;
	let away = false;

	const ready = () =>
		[...outbox.waiting.keys()].find((number) => !conflicts.has(number) && !unread.has(number));

	function standing(): Standing {
		if (shut) return shut;
		if (away) return { is: 'away', waiting: outbox.waiting.size };
		if (conflicts.size > 0) return { is: 'conflict', numbers: [...conflicts] };
		if (ready() !== undefined) return { is: 'saving' };
		const [first] = unread;
		return first ? { is: 'unread', number: first[0], sentence: first[1] } : { is: 'saved' };
	}

	function take(number: number, reply: Reply) {
		on.time(reply);
		if ('state' in reply) {
			outbox.arrived(number, reply.state);
			on.saved(number, reply.state);
		} else if ('stands' in reply) {
			conflicts.add(number);
			on.conflict(number, reply.stands);
		} else if ('sentence' in reply && shutCodes.has(reply.code)) {
			shut = { is: 'shut', code: reply.code, sentence: reply.sentence };
			// who was signed out can come back, and what was closed may be opened again: then it is sent
			if (reply.code !== 'no-attempt' && reply.code !== 'closed') outbox.clear();
		} else if (!outbox.refused(number)) {
			unread.set(number, 'sentence' in reply ? reply.sentence : '');
		}
	}

	async function run() {
		for (let number = ready(); number !== undefined && !shut; number = ready()) {
			outbox.trying(number);
			const [first] = outbox.waiting.get(number) ?? [];
			if (!first) break;
			const reply = await send(address, attempt, first);
			away = reply.code === 'lost';
			if (away) {
				again = setTimeout(() => void go(), pause);
				pause = Math.min(pause * 2, longestPauseMillis);
				break;
			}
			pause = firstPauseMillis;
			take(number, reply);
		}
	}

	/** Sends all that can be sent now. @returns how things stand then */
	async function go(): Promise<Standing> {
		clearTimeout(again);
		do {
			running ??= run().finally(() => (running = undefined));
			on.standing(standing());
			await running;
			// what was answered while the last reply came
		} while (ready() !== undefined && !away && !shut);
		on.standing(standing());
		return standing();
	}

	return {
		go,
		/** A question has been answered anew. */
		touched(number: number) {
			unread.delete(number);
			on.standing(standing());
		},
		/** The student has chosen between two answers. */
		settled(number: number) {
			conflicts.delete(number);
			void go();
		},
		shut(code: string, sentence: string) {
			shut = { is: 'shut', code, sentence };
			on.standing(shut);
		}
	};
}
