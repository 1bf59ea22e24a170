import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { clientScript } from './tools/client-script.ts';
import { content } from './tools/content.ts';
import { map } from './tools/map.ts';

export default defineConfig({
	plugins: [
		content('content'),
		map('content'),
		clientScript('src/lib/client/main.ts'),
		sveltekit()
	],
	build: { rolldownOptions: { checks: { pluginTimings: false } } }
});
