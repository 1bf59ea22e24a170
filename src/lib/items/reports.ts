import type { Source } from '../facts/schema.ts';

const printed: readonly Source['kind'][] = [
	'news-agency',
	'newspaper',
	'broadcaster',
	'aggregator'
];

/**
 * A source as far as we have read it, within a sentence: the report, or the part that we hold of it. Of the rest nothing
 * may be said. `article`: "an" where it is brought in, "the" where it is known or shown.
 */
export function readOf(source: Source, article: 'an' | 'the'): string {
	const { called, kind, read } = source;
	if (read === 'in-full') return called;
	const part = printed.includes(kind) ? 'excerpt from' : 'passage of';
	return `${article === 'an' && part.startsWith('p') ? 'a' : article} ${part} ${called}`;
}
