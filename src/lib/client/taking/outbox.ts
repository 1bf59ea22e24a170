/** Answers that the server has not acknowledged yet, kept on the device until it has. */
import { attempt as tryTo } from '../hints.ts';
import { noteArrived } from './arrived.ts';

/** The answer to one question as it stood at a moment. */
export interface Snapshot {
	number: number;
	fields: [string, string][];
	/** What stood on the server when it was given, as the page named it. */
	state: string;
	/** Milliseconds of this device. */
	at: number;
	/** It was sent, and whether it arrived is not known: the same is sent again before anything newer. */
	tried?: boolean;
}

/** What waits for a question: one that was tried, and the newest. */
type Waiting = Map<number, Snapshot[]>;
type Stored = Record<string, Snapshot[]>;

export interface Outbox {
	waiting: Waiting;
	/** The newest answer to a question that waits. */
	newest(number: number): Snapshot | undefined;
	add(snapshot: Snapshot): void;
	/** Notes that the first one is on its way. */
	trying(number: number): void;
	/** The first one has arrived, and stands as `state`. */
	arrived(number: number, state: string): void;
	/** The first one was not taken. @returns whether a newer one waits */
	refused(number: number): boolean;
	/** What waits for a question is given on what stands now. */
	rebase(number: number, state: string): void;
	/** Nothing waits for this question any more. */
	drop(number: number): void;
	clear(): void;
}

const read = (key: string): Stored =>
	tryTo(() => JSON.parse(localStorage.getItem(key) ?? '{}') as Stored) ?? {};

const prefix = 'taking:';
const longestMillis = 30 * 86_400_000;

/** What nobody came back to send is not kept for ever. */
const forgetOld = () =>
	tryTo(() => {
		for (const key of Object.keys(localStorage).filter((one) => one.startsWith(prefix))) {
			const last = Math.max(...Object.values(read(key)).map((list) => list.at(-1)?.at ?? 0));
			if (last < Date.now() - longestMillis) localStorage.removeItem(key);
		}
	});

const moment = (list: Snapshot[] | undefined) => list?.at(-1)?.at;

/** What waits for one attempt: what earlier pages left, too. */
export function openOutbox(attempt: string): Outbox {
	forgetOld();
	const key = prefix + attempt;
	const left = Object.entries(read(key)).map(
		([number, list]) => [Number(number), list] as [number, Snapshot[]]
	);
	const waiting: Waiting = new Map(left);

	/** Writes what waits for a question; another tab's newer answer to it stays. */
	function keep(number: number, before: number | undefined) {
		const stored = new Map(Object.entries(read(key)));
		const name = String(number);
		const list = waiting.get(number);
		if (list) stored.set(name, list);
		else if (moment(stored.get(name)) === before) stored.delete(name);
		tryTo(() =>
			stored.size > 0
				? localStorage.setItem(key, JSON.stringify(Object.fromEntries(stored)))
				: localStorage.removeItem(key)
		);
	}

	function set(number: number, list: Snapshot[]) {
		const before = moment(waiting.get(number));
		if (list.length > 0) waiting.set(number, list);
		else waiting.delete(number);
		keep(number, before);
	}

	return {
		waiting,
		newest: (number) => waiting.get(number)?.at(-1),
		add(snapshot) {
			const [first] = waiting.get(snapshot.number) ?? [];
			set(snapshot.number, first?.tried ? [first, snapshot] : [snapshot]);
		},
		trying(number) {
			const [first, ...later] = waiting.get(number) ?? [];
			if (first) set(number, [{ ...first, tried: true }, ...later]);
		},
		arrived(number, state) {
			const [first, ...later] = waiting.get(number) ?? [];
			if (first) noteArrived(attempt, first, state);
			set(
				number,
				later.map((one) => ({ ...one, state }))
			);
		},
		refused(number) {
			const [first, ...later] = waiting.get(number) ?? [];
			if (first) set(number, later.length > 0 ? later : [{ ...first, tried: false }]);
			return later.length > 0;
		},
		rebase(number, state) {
			const newest = waiting.get(number)?.at(-1);
			if (newest) set(number, [{ ...newest, state, tried: false }]);
		},
		drop: (number) => set(number, []),
		clear() {
			waiting.clear();
			tryTo(() => localStorage.removeItem(key));
		}
	};
}
