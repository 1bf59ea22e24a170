import { existsSync } from 'node:fs';
import { BackupProblem } from '#lib/server/storage/backup-format.ts';
import { restore as read } from '#lib/server/storage/restore.ts';
import { UsageError, type Command } from '../command.ts';
import { fileOf, onStore } from '../storage.ts';

export const restore: Command = {
	summary: 'replaces all classes and accounts by those of FILE, also while serving',
	positionals: 'FILE',
	options: {},
	onDatabase: true,
	async run({ positionals }) {
		const file = fileOf(positionals);
		if (!existsSync(file)) throw new UsageError(`there is no file ${file}.`);
		const rows = await onStore((store) =>
			read(store, file).catch((problem: unknown) => {
				if (!(problem instanceof BackupProblem)) throw problem;
				throw new UsageError(problem.message);
			})
		);
		console.log(`${rows} rows of ${file} are in place.`);
		return 0;
	}
};
