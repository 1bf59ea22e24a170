import { createHash } from 'node:crypto';
import { build, type Plugin, type Rolldown } from 'vite';

const name = 'virtual:first-script';

/** The script that runs before the first paint. */
const entry = 'src/lib/client/first.ts';

/** Compiles it, without imports, to a line that stands in the page. */
export async function firstSource(root: string): Promise<string> {
	const [result] = (await build({
		configFile: false,
		root,
		logLevel: 'warn',
		publicDir: false,
		// types are stripped without tsconfig.json: it extends a file that SvelteKit writes only after it has read its
		// configuration, which needs this script
		oxc: false,
		build: {
			write: false,
			modulePreload: false,
			rolldownOptions: { input: entry, tsconfig: false, output: { format: 'iife' } }
		}
	}).then((made) => (Array.isArray(made) ? made : [made]))) as Rolldown.RolldownOutput[];
	const chunk = result?.output.find((one) => one.type === 'chunk');
	if (!chunk) throw new Error(`${entry} compiles to nothing`);
	return chunk.code.trim();
}

/** How a content security policy names a script that may stand in a page. */
export const hashOf = (source: string) =>
	`sha256-${createHash('sha256').update(source).digest('base64')}` as const;

/**
 * Gives the page frame the element with the script that runs before the first paint, as `virtual:first-script`. It stands in the page, for
 * the text would else wait for a second answer; the content security policy lets just this one in, by its hash
 * (svelte.config.js).
 */
export function firstScript(): Plugin {
	return {
		name: 'first-script',
		resolveId: (id) => (id === name ? `\0${name}` : undefined),
		async load(id) {
			if (id !== `\0${name}`) return undefined;
			const source = await firstSource(this.environment.config.root);
			return `export default ${JSON.stringify(`<script>${source}</script>`)};`;
		}
	};
}
