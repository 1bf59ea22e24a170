// Finds the Chromium that the browser tests drive. Run as a program, it also installs Debian's when there is none.
// CHROMIUM names another one.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const places = [
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

/** @returns {string | undefined} the path of a Chromium on this machine */
export function findChromium() {
	if (process.env.CHROMIUM) return process.env.CHROMIUM;
	const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter).filter(Boolean)];
	return [...names.flatMap((name) => folders.map((folder) => join(folder, name))), ...places].find(
		(path) => existsSync(path)
	);
}

/** @param {string[]} args */
const aptGet = (...args) =>
	spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], {
		stdio: ['ignore', 'ignore', 'inherit'],
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
	}).status === 0;

/** @returns {string | undefined} what is missing, as a sentence; nothing when a Chromium is there */
export function ensureChromium() {
	const found = findChromium();
	if (found)
		return existsSync(found) ? undefined : `CHROMIUM names ${found}, which does not exist.`;
	if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		console.log('Installing Debian’s chromium for the browser tests …');
		if (aptGet('update', '-q') && aptGet('install', '-qy', '--no-install-recommends', 'chromium'))
			if (findChromium()) return;
	}
	return 'The browser tests need Chromium: install it (on Debian: apt-get install chromium), or set CHROMIUM to the path of a Chromium or Chrome.';
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	const problem = ensureChromium();
	if (problem) {
		console.error(problem);
		process.exit(1);
	}
}
