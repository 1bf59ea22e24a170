import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** All that a build is made of. */
const sources = [
	'content',
	'package-lock.json',
	'package.json',
	'src',
	'static',
	'svelte.config.js',
	'tools',
	'vite.config.ts'
];

/** Settings that pages made at build time carry. */
const built = ['SOURCEBOOK_REPORT_ADDRESS', 'SOURCEBOOK_KEPT_MONTHS'];

/**
 * A hash of the names and contents of all sources, and of the settings that the build reads: it differs when a file is
 * changed, added, renamed or deleted.
 */
export function fingerprint(root: string): string {
	const hash = createHash('sha256');
	for (const source of sources) {
		const path = join(root, source);
		if (!existsSync(path)) continue;
		const files = source.includes('.')
			? [path]
			: readdirSync(path, { recursive: true, withFileTypes: true })
					.filter((entry) => entry.isFile())
					.map((entry) => join(entry.parentPath, entry.name))
					.sort();
		for (const file of files) {
			const bytes = readFileSync(file);
			hash.update(`${file.slice(root.length)}\0${bytes.length}\0`).update(bytes);
		}
	}
	for (const name of built) hash.update(`${name}\0${process.env[name] ?? ''}\0`);
	return hash.digest('hex');
}
