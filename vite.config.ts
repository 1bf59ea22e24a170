import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { clientScript } from './tools/client-script.ts';
import { content } from './tools/content.ts';
import { firstScript } from './tools/first-script.ts';
import { keptMonths } from './tools/kept-months.ts';
import { map } from './tools/map.ts';

export default defineConfig({
	plugins: [
		content('content'),
		map('content'),
		firstScript(),
		clientScript('src/lib/client/main.ts'),
		sveltekit()
	],
	define: { KEPT_MONTHS: keptMonths(process.env) },
	// it says that it knows Svelte, and would be bundled for that
	ssr: { external: ['better-auth'] },
	build: { rolldownOptions: { checks: { pluginTimings: false } } }
});
