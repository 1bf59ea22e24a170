/** The id of a heading: its words in lower case, joined by hyphens. */
export const headingId = (text: string): string =>
	text
		.toLowerCase()
		.replace(/[’']/g, '')
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '');
