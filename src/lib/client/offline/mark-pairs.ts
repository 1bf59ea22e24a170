import { joint, type NamePair } from '#lib/facts/pairs.ts';
import { make } from '../make.ts';

/** What is no running text. */
const closed = 'script, style, svg, select, textarea, .pair';

/** The text after a pair, which may hold further ones; undefined when there is none. */
function markFirst(text: Text, pairs: readonly NamePair[]): Text | undefined {
	for (const names of pairs) {
		const whole = names.join(joint);
		const at = text.data.indexOf(whole);
		if (at < 0) continue;
		const found = text.splitText(at);
		const rest = found.splitText(whole.length);
		const [first, second] = names.map((name) => make('span', {}, name));
		found.replaceWith(make('span', { class: 'pair' }, first ?? '', joint, second ?? ''));
		return rest;
	}
	return undefined;
}

/** Marks both names of a place, as src/lib/server/mark-names.ts does, so that the reader's choice can order them. */
export function markPairs(root: HTMLElement, pairs: readonly NamePair[]) {
	const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
	const texts: Text[] = [];
	while (walker.nextNode()) texts.push(walker.currentNode as Text);
	for (const text of texts.filter((one) => !one.parentElement?.closest(closed))) {
		let rest: Text | undefined = text;
		while (rest) rest = markFirst(rest, pairs);
	}
}
