import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		passWithNoTests: true,
		projects: [
			{
				extends: './vite.config.ts',
				test: {
					name: 'unit',
					environment: 'node',
					include: ['tests/*.test.ts', 'tests/unit/**/*.test.ts', 'src/**/*.test.ts']
				}
			},
			{
				// components are rendered by `render` of svelte/server
				extends: './vite.config.ts',
				test: {
					name: 'component',
					environment: 'node',
					include: ['tests/component/**/*.test.ts']
				}
			}
		]
	}
});
