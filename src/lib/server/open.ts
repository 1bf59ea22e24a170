import { checkPack } from '../facts/check.ts';
import { loadedInProse } from '../facts/loaded.ts';
import { checkMap } from '../facts/map.ts';
import { indexPack, type Index } from '../facts/pack.ts';
import { parsePack, type ContentFile, type Places } from '../facts/parse.ts';
import type { Problem } from '../facts/problem.ts';
import { checkExplainers } from '../explainers/check.ts';
import { readExplainers, type Explainer } from '../explainers/explainer.ts';
import { readPages } from '../explainers/prose.ts';
import { checkBlueprints } from '../forms/check.ts';
import { writeBank, type Bank } from '../items/bank.ts';
import { readContent } from './content.ts';

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
		problems.push(
			...checkExplainers(explainers, index, items),
			...loadedInProse(index, readPages(files)),
			...checkMap(files, index)
		);
	}
	return { folder, files, index, bank, places, explainers, problems };
}
