import { joint, type NamePair } from '../facts/pairs.ts';
import { wholeWord } from '../facts/words.ts';

/** What is no running text: a span has no place in it. */
const closed = String.raw`<(script|style|title|textarea|select|svg)\b[\s\S]*?<\/\1>`;
const tag = String.raw`<(?:[^>"]|"[^"]*")*>`;

/** Finds the pairs in the text of a page, and what has to be passed over. */
function patternOf(pairs: readonly NamePair[]): RegExp {
	const named = wholeWord(pairs.map((names) => names.join(joint))).source;
	return new RegExp(`${closed}|${tag}|(?<pair>${named})`, 'gu');
}

/**
 * Marks both names of a place wherever a page has them, `<span class="pair"><span>Kolmar</span> / <span>Colmar</span></span>`,
 * so that src/lib/client/first.ts can put first the one that the reader wants first.
 */
export function markerOf(pairs: readonly NamePair[]): (html: string) => string {
	if (pairs.length === 0) return (html) => html;
	const pattern = patternOf(pairs);
	return (html) =>
		html.replace(pattern, (found: string, ...rest: unknown[]) => {
			const { pair } = rest.at(-1) as { pair?: string };
			if (pair === undefined) return found;
			const spans = pair.split(joint).map((name) => `<span>${name}</span>`);
			return `<span class="pair">${spans.join(joint)}</span>`;
		});
}
