// What befalls a server while students answer.
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Database } from './databases.ts';
import type { Server } from './server.ts';

export interface Stage {
	database: Database;
	server: Server;
	/** Starts a server where one was killed. */
	restart(): Promise<Server>;
	/** Waits until another answer is acknowledged: whatever befell the server, it serves. */
	served(): Promise<void>;
}
export interface Trouble {
	name: string;
	/** On which databases. */
	on: readonly Database['name'][];
	rounds: number;
	/** For `--quick`. */
	fewer: number;
	/** The time limit of the papers in seconds. */
	seconds?: number;
	/** The database is on a disk of its own, which is small. */
	smallDisk?: true;
	once(stage: Stage, round: number): Promise<void>;
}

const both = ['SQLite', 'PostgreSQL'] as const;
const some = (least: number, most: number) => sleep(least + Math.random() * (most - least));

async function terminate({ url }: Database): Promise<void> {
	const client = new pg.Client(url);
	await client.connect();
	await client.query(
		'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and client_port is not null'
	);
	await client.end();
}

/** Another program writes, and holds the lock. */
async function hold({ url }: Database, millis: number): Promise<void> {
	const other = new DatabaseSync(url, { timeout: 5000 });
	other.exec('begin immediate');
	await sleep(millis);
	other.exec('rollback');
	other.close();
}

/** Fills a disk to the last byte. @returns the file that does */
function fill(folder: string): string {
	const file = join(folder, 'filler');
	const into = openSync(file, 'w');
	try {
		for (let size = 1 << 20; size >= 1; size >>= 1)
			try {
				for (;;) if (writeSync(into, Buffer.alloc(size)) < size) break;
			} catch (problem) {
				if ((problem as NodeJS.ErrnoException).code !== 'ENOSPC') throw problem;
			}
	} finally {
		closeSync(into);
	}
	return file;
}

const hour = 3_600_000;
const moves = [hour, 0, -hour, 24 * hour, -24 * hour, 0];

export const troubles: Trouble[] = [
	{
		name: 'the server killed',
		on: both,
		rounds: 50,
		fewer: 5,
		async once(stage) {
			await stage.served();
			await some(0, 1500);
			await stage.server.kill();
			stage.server = await stage.restart();
		}
	},
	{
		name: 'its connections cut',
		on: ['PostgreSQL'],
		rounds: 30,
		fewer: 3,
		async once({ database }) {
			await some(50, 800);
			await terminate(database);
		}
	},
	{
		name: 'the database away 0.5–12 s',
		on: ['PostgreSQL'],
		rounds: 6,
		fewer: 1,
		async once({ database: { postgres } }, round) {
			await some(500, 1500);
			postgres?.crash();
			await sleep(round === 1 ? 12_000 : 500 * (round + 1));
			postgres?.start();
		}
	},
	{
		name: 'the database locked 0.5–12 s',
		on: ['SQLite'],
		rounds: 6,
		fewer: 1,
		async once({ database }, round) {
			await some(500, 1500);
			await hold(database, round === 1 ? 12_000 : 500 * (round + 1));
		}
	},
	{
		name: 'the disk full 2–12 s',
		on: both,
		rounds: 4,
		fewer: 1,
		smallDisk: true,
		async once({ database: { disk = '', postgres } }, round) {
			await some(500, 1500);
			const file = fill(disk);
			await sleep(round === 1 ? 12_000 : 2000);
			rmSync(file);
			postgres?.start();
		}
	},
	{
		name: 'the clock moved',
		on: both,
		rounds: 12,
		fewer: 4,
		seconds: 600,
		async once({ server }, round) {
			await some(800, 1600);
			server.moveClock(moves[round % moves.length] ?? 0);
		}
	}
];
