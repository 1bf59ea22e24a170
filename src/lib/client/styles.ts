/** Adds the styles that a tool brings along, once; the security policy lets no style element in. */
const added = new Set<string>();

export function addStyles(text: string) {
	if (added.has(text)) return;
	added.add(text);
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(text);
	document.adoptedStyleSheets.push(sheet);
}
