import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Plugin } from 'vite';
import { versionName } from './version.ts';

/** Lists the files of the build as `_app/files.json`, for the service worker, which keeps them. */
const fileList: Plugin = {
	name: 'file-list',
	generateBundle(_, bundle) {
		const source = JSON.stringify(Object.keys(bundle));
		this.emitFile({ type: 'asset', fileName: '_app/files.json', source });
	}
};

/** Scripts that names are typed in here: Latin, Greek, Cyrillic, Armenian, Georgian; in blocks of 256 letters. */
const scripts = [0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x10, 0x1c, 0x1e, 0x20];

/** Gives the browser only those of any-ascii's half a megabyte of letters. */
const fewLetters: Plugin = {
	name: 'few-letters',
	async load(id) {
		if (!/any-ascii[/\\]block\.js$/.test(id)) return undefined;
		const { default: block } = (await import(id)) as { default: (number: number) => string };
		const kept = Object.fromEntries(scripts.map((number) => [number, block(number)]));
		return `const kept = ${JSON.stringify(kept)};\nexport default (number) => kept[number] ?? '';`;
	}
};

/** Loads a part with its styles. What Vite puts here weighs more than half of the pages' one script. */
const smallLoader: Plugin = {
	name: 'small-loader',
	enforce: 'pre',
	load: (id) =>
		id.endsWith('vite/preload-helper.js')
			? `const styled = (path) =>
				document.querySelector('link[href="/' + path + '"]') ??
				new Promise((resolve, reject) => {
					const link = document.createElement('link');
					Object.assign(link, { rel: 'stylesheet', href: '/' + path, onload: resolve, onerror: reject });
					document.head.append(link);
				});
			export const __vitePreload = (load, paths) => Promise.all(paths.map(styled)).then(load);`
			: undefined
};

/**
 * Builds the pages' one script as `_app/immutable/main-VERSION.js`. SvelteKit builds no client code at all when every page has
 * `csr = false`, so this is a small build of its own, done before SvelteKit prerenders and packs the output (and again
 * after SvelteKit's client build, where there is one: it empties the folder).
 * A page names the script of its own version, so that none runs with another's; the chunks it imports are hashed.
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
					resolve: { alias: { '$app/paths': '/src/lib/client/paths.ts' } },
					plugins: [svelte(), smallLoader, fewLetters, fileList],
					build: {
						outDir: '.svelte-kit/output/client',
						emptyOutDir: false,
						modulePreload: false,
						rolldownOptions: {
							input: entry,
							output: {
								entryFileNames: `_app/immutable/main-${versionName(root)}.js`,
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
