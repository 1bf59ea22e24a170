import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { editorKey } from './tests/e2e/paper.ts';
import { findChromium } from './tools/chromium.mjs';

const executablePath = findChromium();
const port = process.env.E2E_PORT ?? '4317';

export default defineConfig({
	testDir: 'tests/e2e',
	workers: 2,
	fullyParallel: true,
	forbidOnly: !!process.env.CI,
	reporter: 'list',
	use: {
		// tests that answer in the network's place need the page to ask the network
		serviceWorkers: 'block',
		baseURL: `http://localhost:${port}`,
		launchOptions: {
			...(executablePath && { executablePath }),
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-quic',
				'--no-first-run',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync'
			]
		}
	},
	webServer: {
		command: 'node server/start.ts',
		url: `http://localhost:${port}/`,
		env: {
			PORT: port,
			HOST: '127.0.0.1',
			ORIGIN: '',
			SOURCEBOOK_EDITOR_KEY: editorKey,
			DATABASE_URL: join(mkdtempSync(join(tmpdir(), 'sourcebook-e2e-')), 'test.db')
		},
		timeout: 240_000,
		gracefulShutdown: { signal: 'SIGTERM', timeout: 5000 },
		stdout: 'ignore',
		reuseExistingServer: false
	}
});
