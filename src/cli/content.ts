import { join } from 'node:path';
import { checkPack } from '#lib/facts/check.ts';
import { indexPack, type Index } from '#lib/facts/pack.ts';
import { parsePack, type ContentFile, type Places } from '#lib/facts/parse.ts';
import { problemLine, type Problem } from '#lib/facts/problem.ts';
import { checkExplainers } from '#lib/explainers/check.ts';
import { readExplainers, type Explainer } from '#lib/explainers/explainer.ts';
import { readContent } from '#lib/server/content.ts';

/** A content folder, read. */
export interface Opened {
	folder: string;
	files: ContentFile[];
	/** Missing only when no pack could be made of the files. */
	index: Index | undefined;
	/** Facts and all they refer to are in order: items can be written, even when an explainer has problems. */
	sound: boolean;
	places: Places;
	explainers: Explainer[];
	problems: Problem[];
}

/** Reads and checks a content folder. @throws ContentMissing when there is none */
export function openContent(folder: string): Opened {
	const files = readContent(folder);
	const { pack, places, problems } = parsePack(files);
	const index = pack && indexPack(pack);
	// Cross checks on a pack with unread files would name every reference to them: read errors come first.
	const explainers = readExplainers(files);
	if (index && problems.length === 0) problems.push(...checkPack(index, places));
	const sound = index !== undefined && problems.length === 0;
	if (sound) problems.push(...checkExplainers(explainers, index));
	return { folder, files, index, sound, places, explainers, problems };
}

/** Prints problems on stderr, paths as seen from here. */
export function printProblems({ folder, problems }: Pick<Opened, 'folder' | 'problems'>): void {
	for (const problem of problems)
		console.error(problemLine({ ...problem, file: join(folder, problem.file) }));
}
