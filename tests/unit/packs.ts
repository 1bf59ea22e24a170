import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openContent } from '../../src/lib/server/open.ts';
import { checkExplainers } from '../../src/lib/explainers/check.ts';
import { readExplainers } from '../../src/lib/explainers/explainer.ts';
import { checkPack } from '../../src/lib/facts/check.ts';
import { indexPack, type Index } from '../../src/lib/facts/pack.ts';
import { parsePack, type ContentFile } from '../../src/lib/facts/parse.ts';
import type { Problem } from '../../src/lib/facts/problem.ts';
import { checkBlueprints } from '../../src/lib/forms/check.ts';
import { writeBank, type Bank } from '../../src/lib/items/bank.ts';
import { readContent } from '../../src/lib/server/content.ts';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const root = at('');
export const millsFolder = at('tests/fixtures/mills');
export const millsTexts = at('tests/fixtures/mills-texts');
export const contentFolder = at('content');
/** Kept outside the repository: the articles are not ours to publish. */
export const articlesFolder = at('../shared/reference/articles');
export const haveArticles = existsSync(articlesFolder);

/** The files of the small pack about another topic. */
export const mills = (): ContentFile[] => readContent(millsFolder);

/** A pack that has been read, with all that is made of it. */
export interface Sound {
	name: string;
	index: Index;
	bank: Bank;
}

/** Reads and checks files in memory, in the steps in which `openContent` does so with a folder. */
export function readFiles(files: ContentFile[]): {
	index: Index | undefined;
	bank: Bank | undefined;
	problems: Problem[];
} {
	const { pack, places, problems } = parsePack(files);
	const index = pack && indexPack(pack);
	if (!index || problems.length > 0) return { index, bank: undefined, problems };
	problems.push(...checkPack(index, places), ...checkBlueprints(index, places));
	if (problems.length > 0) return { index, bank: undefined, problems };
	const bank = writeBank(index);
	const items = new Map(bank.items.map((item) => [item.id, item]));
	problems.push(...checkExplainers(readExplainers(files), index, items));
	return { index, bank, problems };
}

/** The files with texts replaced, each of which must be there exactly once. */
export function changed(
	files: readonly ContentFile[],
	changes: readonly (readonly [path: string, from: string, to: string])[]
): ContentFile[] {
	const texts = new Map(files.map(({ path, text }) => [path, text]));
	for (const [path, from, to] of changes) {
		const parts = texts.get(path)?.split(from);
		if (parts?.length !== 2)
			throw new Error(`"${from}" stands ${(parts?.length ?? 1) - 1} times in ${path}, not once`);
		texts.set(path, parts.join(to));
	}
	return [...texts].map(([path, text]) => ({ path, text }));
}

/** A pack from files that must be in order, as far as facts go. */
export function sound(name: string, files: ContentFile[]): Sound {
	const { index, bank, problems } = readFiles(files);
	if (!index || !bank) throw new Error(problems.map((one) => JSON.stringify(one)).join('\n'));
	return { name, index, bank };
}

/** What is made once for all tests of a worker. */
function once<T>(make: () => T): () => T {
	let made: T | undefined;
	return () => (made ??= make());
}

/** The real content, which must be in order. It is shared: a test changes a copy. */
export const sourcebook = once((): Sound => sound('the real content', readContent(contentFolder)));

/** The real content as the server opens it, with its problems. Shared, too. */
const opened = once(() => openContent(contentFolder));

/** The packs over which every law of the bank must hold: the small one, and the real one while its facts are in order. */
export function soundPacks(): Sound[] {
	const real = opened();
	if (!real.index || !real.bank)
		console.warn(
			'content/ has problems: the laws of the item bank are shown on the small pack only. See npx sourcebook check.'
		);
	return [
		sound('the small pack', mills()),
		...(real.index && real.bank
			? [{ name: 'the real content', index: real.index, bank: real.bank }]
			: [])
	];
}
