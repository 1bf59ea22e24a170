/**
 * What the components take from SvelteKit's `$app/paths`, for the one script of the pages, which has no SvelteKit
 * (tools/client-script.ts): the address of a route. The site stands at the root of its host.
 */
export const resolve = (route: string, params: Record<string, string> = {}): string =>
	route
		.replace(/\/?\[\[?(?:\.\.\.)?(\w+)\]?\]/g, (part, name: string) => {
			const value = params[name];
			return value === undefined ? '' : (part.startsWith('/') ? '/' : '') + value;
		})
		.replace(/^$/, '/');
