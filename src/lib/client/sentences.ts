/** The sentences of a text on the page, each with the range it takes up. */

/** What is not read aloud: numbers of notes, folded answers, what only works on a screen. */
const unread = '.cite, details, nav, .sr, .margin, [hidden]';
const blocks = 'h1, h2, h3, p, li, dt, dd';

export interface Spoken {
	text: string;
	range: Range;
}

/** The text nodes of a block that are read aloud. */
function textsOf(block: Element): Text[] {
	const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT, (node) =>
		node.parentElement?.closest(unread) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT
	);
	const texts: Text[] = [];
	while (walker.nextNode()) texts.push(walker.currentNode as Text);
	return texts;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Where the sentences of a text begin and end. */
const segmentsOf = (text: string): [number, number][] =>
	[...segmenter.segment(text)].map(({ index, segment }) => [
		index,
		index + segment.trimEnd().length
	]);

/** The place in the nodes of an offset into their joined text. */
function placeOf(nodes: readonly Text[], offset: number): [Text, number] | undefined {
	for (const node of nodes) {
		if (offset <= node.length) return [node, offset];
		offset -= node.length;
	}
	return undefined;
}

function sentencesIn(block: Element): Spoken[] {
	const nodes = textsOf(block);
	const whole = nodes.map(({ data }) => data).join('');
	return segmentsOf(whole).flatMap(([from, to]) => {
		const text = whole.slice(from, to).replace(/\s+/g, ' ').trim();
		const [first, last] = [placeOf(nodes, from), placeOf(nodes, to)];
		if (!text || !first || !last) return [];
		const range = new Range();
		range.setStart(...first);
		range.setEnd(...last);
		return [{ text, range }];
	});
}

/** The sentences of some parts of the page, in order. */
export const sentencesOf = (parts: Iterable<Element>): Spoken[] =>
	[...parts]
		.flatMap((part) => (part.matches(blocks) ? [part] : [...part.querySelectorAll(blocks)]))
		.filter((block) => !block.closest(unread) && !block.querySelector(blocks))
		.flatMap(sentencesIn);
