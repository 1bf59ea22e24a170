import type { Pack } from './pack.ts';

/** A quotation to be confirmed, and the record it belongs to. */
export interface Quotation {
	kind: 'facts' | 'sources';
	id: string;
	path: (string | number)[];
	source: string;
	paragraph?: number | undefined;
	quote: string;
}

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

/** Every quotation of a pack. */
export function quotationsOf(pack: Pack): Quotation[] {
	const evidence = pack.facts.flatMap((fact) =>
		fact.evidence.map(({ source, paragraph, quote }, position): Quotation => ({
			kind: 'facts',
			id: fact.id,
			path: ['evidence', position, 'quote'],
			source,
			paragraph,
			quote
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
							paragraph,
							quote
						}
					]
		)
	);
	return [...evidence, ...cautions];
}

/** Whether a text kept elsewhere holds a quotation: in its paragraph when one is named, anywhere otherwise. */
export function holdsQuotation({ quote, paragraph }: Quotation, text: string): boolean {
	const place = paragraph === undefined ? text : (paragraphsOf(text)[paragraph - 1] ?? '');
	return plainText(place).includes(plainText(quote));
}
