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

/** A PostgreSQL of one's own; undefined, and said so, when it is not installed and cannot be. */
export async function aPostgres(): Promise<Database | undefined> {
	const bin = ensurePostgres();
	if (!bin) {
		console.warn('PostgreSQL IS NOT INSTALLED (POSTGRES_BIN names its folder): SKIPPED.');
		return undefined;
	}
	const postgres = await startPostgres(bin);
	return { name: 'PostgreSQL', url: postgres.url, postgres, remove: () => postgres.stop() };
}

/** A file on a disk of 16 MB in memory, which only root can make; undefined, and said so, when it cannot be made. */
export function aSmallDisk(): Database | undefined {
	const disk = mkdtempSync(join(tmpdir(), 'sourcebook-disk-'));
	const made = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', disk]);
	if (made.status !== 0) {
		rmSync(disk, { recursive: true });
		console.warn('A DISK OF 16 MB CANNOT BE MADE (it takes Linux and root): SKIPPED.');
		return undefined;
	}
	const file = aFile(disk);
	return {
		...file,
		remove() {
			file.remove();
			spawnSync('umount', [disk]);
			rmSync(disk, { recursive: true });
		}
	};
}
