// `npm run build`: builds the site, and notes from which sources, so that `npm start` builds again only after a change.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { fingerprint } from './fingerprint.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}/build/.sources`;

export const isBuilt = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(root);

/** Where an error was thrown, and what every build says: no help in mending a source. */
const thrown = /^node:internal\/.*\n.*\n\s*\^\n/gm;
/** What the packing of the server says of packages, and of its size, which nobody loads. */
const ofPackages =
	/^"node:sqlite" is imported by .*\n|^.*node_modules\/.*: A comment\n[^]*?to avoid issues\.\n|^Circular dependency: .*node_modules\/.*\n|^\[plugin builtin:vite-reporter\][^]*?chunkSizeWarningLimit\.\n/gm;
const noise =
	/^\s+at |^\s*$|^Run npm run preview|^> Using|✔ done|^Generated an empty chunk|^Node\.js v|^ {2}errors: \[Getter|^}$/;

/** Returns whether the build succeeded; the reason of a failure is printed without its stack. */
export function build(): boolean {
	console.log('Building …');
	const wanted = fingerprint(root);
	const vite = fileURLToPath(
		import.meta.resolve('vite/package.json').replace('package.json', 'bin/vite.js')
	);
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[vite, 'build', '--logLevel', 'warn'],
		{ cwd: root, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', maxBuffer: 2 ** 26 }
	);
	const said = stripVTControlCharacters(status === 0 ? stderr : stdout + stderr)
		.replace(thrown, '')
		.replace(ofPackages, '')
		.split('\n')
		.filter((line) => !noise.test(line))
		.join('\n');
	if (said) console.error(said);
	if (status === 0) writeFileSync(stamp, wanted);
	else console.error('The site could not be built: see the message above.');
	return status === 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url) && !build()) process.exitCode = 1;
