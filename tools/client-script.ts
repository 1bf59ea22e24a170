import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Plugin } from 'vite';

/** Lists the files of the build as `_app/files.json`, for the service worker, which keeps them. */
const fileList: Plugin = {
	name: 'file-list',
	generateBundle(_, bundle) {
		const source = JSON.stringify(Object.keys(bundle));
		this.emitFile({ type: 'asset', fileName: '_app/files.json', source });
	}
};

/**
 * Builds the pages' one script as `_app/main.js`. SvelteKit builds no client code at all when every page has
 * `csr = false`, so this is a small build of its own, done before SvelteKit prerenders and packs the output (and again
 * after SvelteKit's client build, where there is one: it empties the folder).
 * The name is fixed (served with an ETag); the chunks it imports are hashed and immutable.
 */
export function clientScript(entry: string): Plugin {
	return {
		name: 'client-script',
		apply: (_, { command, isPreview }) => command === 'build' && !isPreview,
		writeBundle: {
			order: 'pre',
			sequential: true,
			async handler() {
				const { root, logLevel = 'info' } = this.environment.config;
				await build({
					configFile: false,
					root,
					logLevel,
					publicDir: false,
					plugins: [svelte(), fileList],
					build: {
						outDir: '.svelte-kit/output/client',
						emptyOutDir: false,
						modulePreload: false,
						rolldownOptions: {
							input: entry,
							output: {
								entryFileNames: '_app/main.js',
								chunkFileNames: '_app/immutable/chunks/[hash].js',
								assetFileNames: '_app/immutable/assets/[name].[hash][extname]'
							}
						}
					}
				});
			}
		}
	};
}
