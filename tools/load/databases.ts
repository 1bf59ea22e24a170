// The databases that the benches run on: each one's own, in a folder that goes away.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensurePostgres, startPostgres, type Running } from '../postgres.ts';

export interface Database {
	name: 'SQLite' | 'PostgreSQL';
	/** DATABASE_URL */
	url: string;
	/** The server of the database, where there is one. */
	postgres?: Running;
	/** The disk of its own on which it is, where it is on one. */
	disk?: string;
	remove(): void;
}

/** A file in a folder. @param within where that folder is made */
export function aFile(within = tmpdir()): Database {
	const folder = mkdtempSync(join(within, 'sourcebook-load-'));
	return {
		name: 'SQLite',
		url: join(folder, 'sourcebook.db'),
		remove: () => rmSync(folder, { recursive: true, force: true })
	};
}

/**
 * A PostgreSQL of one's own; undefined, and said so, when it is not installed and cannot be.
 * @param within where its folder is made
 */
export async function aPostgres(within?: string): Promise<Database | undefined> {
	const bin = ensurePostgres();
	if (!bin) {
		console.warn('PostgreSQL IS NOT INSTALLED (POSTGRES_BIN names its folder): SKIPPED.');
		return undefined;
	}
	const postgres = await startPostgres(bin, within);
	return { name: 'PostgreSQL', url: postgres.url, postgres, remove: () => postgres.stop() };
}

/** How large a small disk is: what an empty database takes, and a little. */
const megabytes = { SQLite: 16, PostgreSQL: 80 };
const make = { SQLite: aFile, PostgreSQL: aPostgres };

/** A database on a small disk in memory, which only root can make; undefined, and said so, when there is none. */
export async function onSmallDisk(name: Database['name']): Promise<Database | undefined> {
	const disk = mkdtempSync(join(tmpdir(), 'sourcebook-disk-'));
	const remove = () => rmSync(disk, { recursive: true });
	const size = `size=${megabytes[name]}m`;
	const made = spawnSync('mount', ['-t', 'tmpfs', '-o', size, 'tmpfs', disk]);
	if (made.status !== 0) {
		remove();
		console.warn('A SMALL DISK CANNOT BE MADE (it takes Linux and root): SKIPPED.');
		return undefined;
	}
	const unmount = () => {
		spawnSync('umount', [disk]);
		remove();
	};
	const database = await make[name](disk);
	if (!database) return void unmount();
	return {
		...database,
		disk,
		remove() {
			database.remove();
			unmount();
		}
	};
}

/** Works on a database, and removes it then, also when Ctrl+C breaks the work off. */
export async function onDatabase<T>(
	database: Database,
	work: (database: Database) => Promise<T>
): Promise<T> {
	const breakOff = () => {
		database.remove();
		process.exit(130);
	};
	process.once('SIGINT', breakOff);
	try {
		return await work(database);
	} finally {
		process.off('SIGINT', breakOff);
		database.remove();
	}
}
