import { join } from 'node:path';
import { problemLine } from '#lib/facts/problem.ts';
import type { Opened } from '#lib/server/open.ts';

/** Prints problems on stderr, paths as seen from here. */
export function printProblems({ folder, problems }: Pick<Opened, 'folder' | 'problems'>): void {
	for (const problem of problems)
		console.error(problemLine({ ...problem, file: join(folder, problem.file) }));
}
