import { backup as write } from '#lib/server/storage/backup.ts';
import { UsageError, type Command } from '../command.ts';
import { fileOf, onStore } from '../storage.ts';

export const backup: Command = {
	summary: 'writes all classes and accounts into FILE, also while serving',
	positionals: 'FILE',
	options: {},
	onDatabase: true,
	async run({ positionals }) {
		const file = fileOf(positionals);
		const rows = await onStore((store) =>
			write(store, file).catch((problem: NodeJS.ErrnoException) => {
				if (problem.syscall === undefined) throw problem;
				throw new UsageError(`can't write ${file}: ${problem.message}`);
			})
		);
		console.log(`${rows} rows are in ${file}. It holds names and secrets: keep it safe.`);
		return 0;
	}
};
