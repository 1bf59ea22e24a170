import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { KeptText } from '../facts/quotations.ts';
import { ContentMissing } from './content.ts';

interface Excerpted {
	id: string;
	title?: string;
	excerpt?: string;
	facts?: { support?: string }[];
}

/**
 * Texts of sources kept outside the repository, by source id: whole texts in `ID.txt`,
 * and excerpts in `.jsonl` files (one source a line with `id`, `title`, `excerpt` and `facts[].support`).
 */
export function readTexts(folder: string): Map<string, KeptText[]> {
	if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
		throw new ContentMissing(`there is no folder "${folder}"`);
	const texts = new Map<string, KeptText[]>();
	const add = (id: string, part: KeptText['part'], text: string) =>
		texts.set(id, [...(texts.get(id) ?? []), { part, text }]);
	for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
		const text = () => readFileSync(join(folder, path), 'utf8');
		if (path.endsWith('.txt')) add(basename(path, '.txt'), 'whole', text());
		if (!path.endsWith('.jsonl')) continue;
		for (const line of text().split('\n').filter(Boolean)) {
			const { id, title, excerpt, facts } = JSON.parse(line) as Excerpted;
			if (excerpt === undefined) continue;
			add(id, 'excerpt', excerpt);
			add(id, 'title', title ?? '');
			for (const { support } of facts ?? []) add(id, 'support', support ?? '');
		}
	}
	return texts;
}
