/** Sentences, as far as English prose in Markdown has them. */

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Abbreviations after which a segmenter wrongly ends a sentence. */
const abbreviation = /\b(?:U\.S|U\.N|St|Mr|Ms|Dr|No|cf|e\.g|i\.e)\.\s*$/;

/** The sentences of a paragraph, trimmed. */
export function sentencesOf(paragraph: string): string[] {
	const sentences: string[] = [];
	let open = '';
	for (const { segment } of segmenter.segment(paragraph.replace(/\s+/g, ' '))) {
		open += segment;
		if (abbreviation.test(open)) continue;
		sentences.push(open.trim());
		open = '';
	}
	if (open.trim()) sentences.push(open.trim());
	return sentences;
}

export const wordPattern = /[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu;

export const wordsOf = (text: string): string[] => text.match(wordPattern) ?? [];
