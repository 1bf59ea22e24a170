/** Pages carry their styles in them, most of them the same: of each, copies hold one. */

const inline = /<style>((?:(?!<\/style>).){500,})<\/style>/gs;
const mark = /<style data-kept="(\w+)"><\/style>/g;
const home = '/kept-style/';

/** Where a style lies among the copies. */
export const isStyle = (path: string): boolean => path.startsWith(home);
const addressOf = (name: string) => `${home}${name}`;

async function nameOf(style: string): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style));
	return [...new Uint8Array(digest).slice(0, 8)]
		.map((byte) => byte.toString(16).padStart(2, '0'))
		.join('');
}

/** A page without the styles in it. @param keep is given the address and text of each of them */
export async function withoutStyles(
	html: string,
	keep: (address: string, style: string) => Promise<void>
): Promise<string> {
	let bare = html;
	for (const [whole, style = ''] of html.matchAll(inline)) {
		const name = await nameOf(style);
		await keep(addressOf(name), style);
		bare = bare.replace(whole, () => `<style data-kept="${name}"></style>`);
	}
	return bare;
}

/** The page as it was, to the letter: its policy names each style by its hash. @param find gives the text at an address */
export async function withStyles(
	html: string,
	find: (address: string) => Promise<string | undefined>
): Promise<string> {
	let page = html;
	for (const [whole, name = ''] of html.matchAll(mark)) {
		const style = (await find(addressOf(name))) ?? '';
		page = page.replace(whole, () => `<style>${style}</style>`);
	}
	return page;
}
