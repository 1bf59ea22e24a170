import { fileURLToPath } from 'node:url';
import adapter from '@sveltejs/adapter-node';
import { mdsvex } from 'mdsvex';
import { firstSource, hashOf } from './tools/first-script.ts';
import { factLinks, glossaryLinks, headingLinks, recallPrompts } from './tools/markdown.ts';
import { versionName } from './tools/version.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

const folder = `${root}content`;

/**
 * Plain tree transformers for explainers (unified 9, remark-parse 8).
 * @type {NonNullable<import('mdsvex').MdsvexOptions['remarkPlugins']>}
 */
const remarkPlugins = [
	[recallPrompts, { folder }],
	[factLinks, { folder }],
	[glossaryLinks, { folder }],
	headingLinks
];

/** @type {import('@sveltejs/kit').Config} */
export default {
	extensions: ['.svelte', '.md'],
	preprocess: [
		mdsvex({ extensions: ['.md'], highlight: false, smartypants: false, remarkPlugins })
	],
	compilerOptions: {
		// short: the first answer of an explainer fits in one round trip
		cssHash: ({ hash, css }) => `s${hash(css).slice(0, 5)}`,
		// mdsvex still writes `context="module"`
		warningFilter: ({ code, filename }) =>
			!(code === 'script_context_deprecated' && filename?.endsWith('.md'))
	},
	kit: {
		adapter: adapter({ precompress: true }),
		// a page comes with its styles, in one answer; the policy names each by its hash
		inlineStyleThreshold: 20_000,
		csp: {
			mode: 'auto',
			directives: {
				'default-src': ['self'],
				'script-src': ['self', hashOf(await firstSource(root))],
				'style-src': ['self'],
				'img-src': ['self', 'data:'],
				'base-uri': ['none'],
				'object-src': ['none'],
				'form-action': ['self'],
				'frame-ancestors': ['none']
			}
		},
		// src/lib/client/main.ts registers it: the pages have no script of SvelteKit’s
		serviceWorker: { register: false },
		prerender: { handleHttpError: 'fail', handleMissingId: 'fail' },
		version: { name: versionName(root), pollInterval: 0 },
		// a page that the service worker gives for another address has the same links there
		paths: { relative: false },
		typescript: {
			// paths are relative to .svelte-kit/
			config: (config) => ({
				...config,
				include: [
					...config.include,
					'../*.ts',
					'../*.js',
					'../tools/**/*',
					'../server/**/*',
					'../src/**/*.mjs'
				]
			})
		}
	}
};
