import { loadedWords } from './checks/context.ts';
import type { Index } from './pack.ts';
import type { Places } from './parse.ts';
import type { Problem } from './problem.ts';

/** Prose to be searched for loaded words, and where it stands. */
export interface Prose {
	file: string;
	line: number;
	text: string;
}

/** A text of the pack, and the record that holds it. */
interface PackText {
	kind: 'facts' | 'sources' | 'glossary';
	id: string;
	key: string;
	text: string;
}

/** All prose of a pack: statements, digests and the glossary. */
const textsOf = ({ pack }: Index): PackText[] => [
	...pack.facts.map(
		({ id, statement }) => ({ kind: 'facts', id, key: 'statement', text: statement }) as const
	),
	...pack.sources.map(
		({ id, digest = '' }) => ({ kind: 'sources', id, key: 'digest', text: digest }) as const
	),
	...pack.glossary.map(({ id, text }) => ({ kind: 'glossary', id, key: 'text', text }) as const)
];

/** Words that take a side, outside quotation marks, in prose that stands in files of its own. */
export const loadedInProse = ({ pack }: Index, prose: readonly Prose[]): Problem[] =>
	prose.flatMap(({ file, line, text }) =>
		loadedWords(text, pack.sourcebook.loaded).map((word) => ({
			file,
			line,
			code: 'loaded-word',
			message: `"${word}" takes a side outside a quotation: use a neutral word.`
		}))
	);

/** The same in the prose of the pack and the prose passed in. */
export function loadedIn(index: Index, places: Places, prose: readonly Prose[]): Problem[] {
	const texts = textsOf(index).map(({ kind, id, key, text }) => ({
		...places.at(kind, id, [key]),
		text
	}));
	return loadedInProse(index, [...texts, ...prose]);
}

/** How many times such a word stands there. */
export const loadedCount = (index: Index, prose: readonly Pick<Prose, 'text'>[]): number =>
	[...textsOf(index), ...prose].flatMap(({ text }) =>
		loadedWords(text, index.pack.sourcebook.loaded)
	).length;
