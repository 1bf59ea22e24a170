import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fingerprint } from './fingerprint.ts';

const known = new Map<string, string>();

/** The name of a version: what the build is made of names it, so that the same sources have the same name. */
export function versionName(folder: string): string {
	const root = resolve(folder);
	let name = known.get(root);
	if (!name) {
		const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
			version: string;
		};
		name = `${version}-${fingerprint(root).slice(0, 12)}`;
		known.set(root, name);
	}
	return name;
}
