/** Another page of this site, to take a part of it; its styles stay behind, the security policy lets none of them in. */
export async function otherPage(address: string): Promise<Document> {
	const response = await fetch(address);
	if (!response.ok) throw new Error(`no page at ${address}`);
	const html = (await response.text()).replace(/<style[\s\S]*?<\/style>/g, '');
	return new DOMParser().parseFromString(html, 'text/html');
}
