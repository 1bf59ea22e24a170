import { builtinModules } from 'node:module';
import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

/** The layers that neither know Svelte nor read a clock, a file, the network or chance. */
const pure = '{facts,items,forms,marking,papers,statistics,exports,explainers,search,practice}';
const passedIn = 'Pure code is given time, seed and text by its caller.';

export default defineConfig(
	globalIgnores(['build/', '.svelte-kit/', 'test-results/', 'playwright-report/', 'data/']),
	js.configs.recommended,
	ts.configs.strict,
	svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: { 'no-undef': 'off' }
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'] } }
	},
	{
		files: [`src/lib/${pure}/**`],
		ignores: ['**/*.test.ts'],
		rules: {
			'no-restricted-imports': [
				'error',
				{
					paths: builtinModules.map((name) => ({ name, message: passedIn })),
					patterns: [
						{
							regex:
								'^(svelte|@sveltejs|\\$app|\\$env|\\$lib|\\$service-worker)(/|$)|\\.(svelte|md)$',
							message: 'Pure code knows neither Svelte nor SvelteKit.'
						},
						{ regex: '^node:', message: passedIn },
						{
							regex: '^#lib/(server|components|client)/',
							message: 'The pure layers are below these.'
						}
					]
				}
			],
			'no-restricted-globals': [
				'error',
				...['fetch', 'process', 'performance', 'setTimeout', 'setInterval', 'localStorage'].map(
					(name) => ({ name, message: passedIn })
				)
			],
			'no-restricted-properties': [
				'error',
				{ object: 'Date', property: 'now', message: passedIn },
				{ object: 'Math', property: 'random', message: passedIn },
				{ object: 'crypto', property: 'getRandomValues', message: passedIn },
				{ object: 'crypto', property: 'randomUUID', message: passedIn }
			],
			'no-restricted-syntax': [
				'error',
				{
					selector: "NewExpression[callee.name='Date'][arguments.length=0]",
					message: passedIn
				},
				{ selector: "CallExpression[callee.name='Date']", message: passedIn }
			]
		}
	}
);
