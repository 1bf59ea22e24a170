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
			},
			{
				// each suite runs on both databases
				extends: './vite.config.ts',
				test: {
					name: 'storage',
					environment: 'node',
					include: ['tests/storage/**/*.test.ts'],
					globalSetup: 'tests/storage/postgres.ts',
					testTimeout: 30_000,
					hookTimeout: 60_000
				}
			}
		]
	}
});
