import { setTimeout } from 'node:timers/promises';
import { group } from '#lib/facts/pack.ts';
import { assignmentFor, isRefusal, type Who } from '../classes/access.ts';
import type { Ground } from '../classes/ground.ts';
import { progressOf } from '../classes/watching.ts';
import { boardOf, stateName, type Board } from './board.ts';

/** Somebody who looks at an assignment. */
export interface Listener {
	assignment: string;
	who: Who;
	hidden: boolean;
	/** The state of the board that they have; empty: none. */
	state: string;
	/** Sends text of an event stream. @returns false when they do not keep up, or are gone */
	send(text: string): boolean;
	/** Ends their stream. Their browser asks again, and is looked at again. */
	end(): void;
}

const everyMillis = 1000;
const heartbeatMillis = 15_000;
/** Nobody is listened to for longer without being asked again who they are. */
const longestMillis = 5 * 60_000;

interface Heard extends Listener {
	since: number;
	beatAt: number;
}

/** What a process watches for all who look: one look a second at each assignment, however many look at it. */
export class Watch {
	readonly #ground: () => Promise<Ground>;
	readonly #listeners = new Set<Heard>();
	#running = false;

	constructor(ground: () => Promise<Ground>) {
		this.#ground = ground;
	}

	/** Begins to tell somebody; @returns how to stop */
	add(listener: Listener): () => void {
		const now = Date.now();
		const heard = { ...listener, since: now, beatAt: now };
		this.#listeners.add(heard);
		if (!this.#running) void this.#run();
		return () => void this.#listeners.delete(heard);
	}

	/** At the end of the server: a stream that stays open would keep it from ending. */
	endAll(): void {
		for (const one of [...this.#listeners]) this.#end(one);
	}

	#end(one: Heard): void {
		if (this.#listeners.delete(one)) one.end();
	}

	async #run(): Promise<void> {
		this.#running = true;
		while (this.#listeners.size > 0) {
			await this.#turn();
			await setTimeout(everyMillis, undefined, { ref: false });
		}
		this.#running = false;
	}

	async #turn(): Promise<void> {
		const byAssignment = group(this.#listeners, ({ assignment }) => [assignment]);
		try {
			const ground = await this.#ground();
			for (const [id, listeners] of byAssignment) await this.#look(ground, id, listeners);
		} catch (problem) {
			// the database is away: who listens is told nothing new, and stays
			console.error(`Watching: ${(problem as Error).message}`);
		}
		this.#tend(Date.now());
	}

	/** One look for all who look at one assignment; those who may not any more are let go. */
	async #look(ground: Ground, id: string, listeners: readonly Heard[]): Promise<void> {
		const allowed: Heard[] = [];
		for (const one of listeners)
			if (isRefusal(await ground.store.read((db) => assignmentFor(db, one.who, id))))
				this.#end(one);
			else allowed.push(one);
		const [first] = allowed;
		const found = first && (await progressOf(ground, first.who, id));
		if (!found?.ok) return; // deleted in between: the next look lets them go
		for (const one of allowed) {
			const board = boardOf(found.progress, found.assignment, one.hidden, ground.now());
			this.#tell(one, board);
			if (!board.live) this.#end(one);
		}
	}

	#tell(one: Heard, board: Board): void {
		const state = stateName(board);
		if (state === one.state) return;
		one.state = state;
		one.beatAt = Date.now();
		if (!one.send(`id: ${state}\ndata: ${JSON.stringify(board)}\n\n`)) this.#end(one);
	}

	#tend(now: number): void {
		for (const one of [...this.#listeners]) {
			if (now - one.since > longestMillis) this.#end(one);
			else if (now - one.beatAt >= heartbeatMillis) {
				one.beatAt = now;
				if (!one.send(': here\n\n')) this.#end(one);
			}
		}
	}
}
