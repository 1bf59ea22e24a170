import { join } from 'node:path';
import { checkPack } from '#lib/facts/check.ts';
import { checkMap } from '#lib/facts/map.ts';
import { indexPack, type Index } from '#lib/facts/pack.ts';
import { parsePack, type ContentFile, type Places } from '#lib/facts/parse.ts';
import { problemLine, type Problem } from '#lib/facts/problem.ts';
import { checkExplainers } from '#lib/explainers/check.ts';
import { readExplainers, type Explainer } from '#lib/explainers/explainer.ts';
import { checkBlueprints } from '#lib/forms/check.ts';
import { writeBank, type Bank } from '#lib/items/bank.ts';
import { readContent } from '#lib/server/content.ts';

/** A content folder, read. */
export interface Opened {
	folder: string;
	files: ContentFile[];
	/** Missing only when no pack could be made of the files. */
	index: Index | undefined;
	/** Missing when facts, or what they refer to, are not in order; there even when an explainer has problems. */
	bank: Bank | undefined;
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
	if (index && problems.length === 0)
		problems.push(...checkPack(index, places), ...checkBlueprints(index, places));
	const bank = index && problems.length === 0 ? writeBank(index) : undefined;
	if (index && bank) {
		const items = new Map(bank.items.map((item) => [item.id, item]));
		problems.push(...checkExplainers(explainers, index, items), ...checkMap(files, index));
	}
	return { folder, files, index, bank, places, explainers, problems };
}

/** Prints problems on stderr, paths as seen from here. */
export function printProblems({ folder, problems }: Pick<Opened, 'folder' | 'problems'>): void {
	for (const problem of problems)
		console.error(problemLine({ ...problem, file: join(folder, problem.file) }));
}
