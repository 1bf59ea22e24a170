import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		passWithNoTests: true,
		// Vitest by itself leaves one processor to others: of two, that is half
		maxWorkers: availableParallelism(),
		projects: [
			{
				extends: './vite.config.ts',
				test: {
					name: 'unit',
					environment: 'node',
					// the files of a worker share what was imported, and the bank that `packs.ts` writes
					isolate: false,
					// whole banks are written in many of these tests, on machines that are busy with others
					testTimeout: 60_000,
					hookTimeout: 60_000,
					include: ['tests/*.test.ts', 'tests/unit/**/*.test.ts', 'src/**/*.test.ts']
				}
			},
			{
				// components are rendered by `render` of svelte/server
				extends: './vite.config.ts',
				test: {
					name: 'component',
					environment: 'node',
					isolate: false,
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
