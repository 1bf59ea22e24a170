import type { Place } from './corroboration.ts';
import type { Pack } from './pack.ts';
import type { Evidence } from './schema.ts';

/** A quotation to be confirmed, and the record it belongs to. */
export interface Quotation {
	kind: 'facts' | 'sources';
	id: string;
	path: (string | number)[];
	source: string;
	quote: string;
	/** Where in the source; a caution knows at most its paragraph. */
	place: Place;
}

/** A text kept elsewhere: a source in full, or a part of it. */
export interface KeptText {
	part: 'whole' | 'title' | 'excerpt' | 'support';
	text: string;
}

/** What the texts tell of a quotation: it stands in its place; in them, where its place can't be told; elsewhere; nowhere. */
export type Finding = 'confirmed' | 'unplaced' | 'elsewhere' | 'missing';

/** A quotation as it stands within quotation marks: those of its own are single. */
export const withinMarks = (quote: string): string =>
	quote
		.replace(/[“„]/g, '‘')
		.replaceAll('”', '’')
		.replace(/"([^"]*)"/g, '‘$1’');

/** One spelling for quotation marks, dashes and spaces, so that a typesetter's choice is no difference. */
export const plainText = (text: string): string =>
	text
		.normalize('NFC')
		.replace(/[\u2018\u2019\u201a\u2032`\u00b4]/g, "'")
		.replace(/[\u201c\u201d\u201e\u00ab\u00bb\u2033]/g, '"')
		.replace(/[\u2010-\u2015]/g, '-')
		.replace(/\s+/g, ' ')
		.trim();

/** The paragraphs of a text: its non-empty lines, counted from 1, headlines included. */
export const paragraphsOf = (text: string): string[] =>
	text.split('\n').filter((line) => line.trim() !== '');

const locators = ['paragraph', 'point', 'article', 'page', 'passage'] as const;

const placeOf = (evidence: Evidence): Place =>
	Object.fromEntries(
		locators.filter((key) => evidence[key] !== undefined).map((key) => [key, evidence[key]])
	);

/** Every quotation of a pack. */
export function quotationsOf(pack: Pack): Quotation[] {
	const evidence = pack.facts.flatMap((fact) =>
		fact.evidence.map((evidence, position): Quotation => ({
			kind: 'facts',
			id: fact.id,
			path: ['evidence', position, 'quote'],
			source: evidence.source,
			quote: evidence.quote,
			place: placeOf(evidence)
		}))
	);
	const cautions = pack.sources.flatMap(({ id, cautions }) =>
		cautions.flatMap(({ quote, paragraph }, position): Quotation[] =>
			quote === undefined
				? []
				: [
						{
							kind: 'sources',
							id,
							path: ['cautions', position, 'quote'],
							source: id,
							quote,
							place: paragraph === undefined ? {} : { paragraph }
						}
					]
		)
	);
	return [...evidence, ...cautions];
}

const omission = '[...]';
/** "3. The forces …" at the head of a text, a line, a sentence, or after an omission. */
const pointHead = /(?:^|\n|[.;:!?”"] |\[\.\.\.\] )(\d{1,2})\. (?=\p{Lu})/gu;
const articleHead = /\b(?:article|статья|articolo) (\d{1,3})\b/giu;

/** What a text tells to be in the section of a number: from its head to the next one, or to an omission. */
function sectionsOf(text: string, head: RegExp, number: number): string[] {
	const heads = [...text.matchAll(head)];
	return heads.flatMap(({ 0: mark, 1: own, index }, at) => {
		if (Number(own) !== number) return [];
		const [section = ''] = text.slice(index + mark.length, heads[at + 1]?.index).split(omission);
		return [section];
	});
}

/** The parts of the texts in which a quotation has to stand; undefined where they do not tell the place. */
function placesOf({ place }: Quotation, texts: readonly KeptText[]): string[] | undefined {
	const { paragraph, point, article, passage } = place;
	const of = (...parts: KeptText['part'][]) =>
		texts.filter(({ part }) => parts.includes(part)).map(({ text }) => text);
	const told = (found: string[]) => (found.length > 0 ? found : undefined);
	if (paragraph !== undefined)
		return of('whole', 'excerpt').map((text) => paragraphsOf(text)[paragraph - 1] ?? '');
	if (point !== undefined)
		return told(of('whole', 'excerpt').flatMap((text) => sectionsOf(text, pointHead, point)));
	if (article !== undefined)
		return told(
			of('whole', 'excerpt').flatMap((text) => sectionsOf(text, articleHead, Number(article)))
		);
	if (passage === 'excerpt') return of('whole', 'excerpt');
	if (passage === 'title')
		return [...of('title'), ...of('whole').map((text) => paragraphsOf(text)[0] ?? '')];
	return undefined;
}

const holds = (texts: readonly string[], quote: string): boolean =>
	texts.some((text) => plainText(text).includes(plainText(quote)));

/** Looks for a quotation in the texts of its source: in the paragraph, point, article, title or excerpt that it names. */
export function findQuotation(quotation: Quotation, texts: readonly KeptText[]): Finding {
	const all = texts.map(({ text }) => text);
	const places = placesOf(quotation, texts);
	if (places && holds(places, quotation.quote)) return 'confirmed';
	if (!holds(all, quotation.quote)) return 'missing';
	if (!places) return Object.keys(quotation.place).length === 0 ? 'confirmed' : 'unplaced';
	// An omission in a text hides which section goes on after it.
	const { point, article } = quotation.place;
	const hidden = (point ?? article) !== undefined && all.some((text) => text.includes(omission));
	return hidden && holds(afterOmissions(all), quotation.quote) ? 'unplaced' : 'elsewhere';
}

/** What stands after omissions, without a head of its own. */
const afterOmissions = (texts: readonly string[]): string[] =>
	texts.flatMap((text) =>
		text
			.split(omission)
			.slice(1)
			.map((part) => part.trim())
			.filter((part) => !/^\d{1,2}\. /.test(part))
			.map((part) => part.split(pointHead)[0] ?? '')
	);
