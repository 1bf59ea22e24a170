// Finds the PostgreSQL that the storage tests run against, installs Debian's when there is none, and starts one of its
// own on loopback, in a folder that goes away. POSTGRES_BIN names another folder of programs.
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const debian = '/usr/lib/postgresql';

/** The folder of PostgreSQL's programs, the newest one; undefined when there is none. */
export function findPostgres(): string | undefined {
	const named = process.env['POSTGRES_BIN'];
	const versions = existsSync(debian) ? readdirSync(debian) : [];
	const folders = versions
		.sort((a, b) => Number(b) - Number(a))
		.map((version) => join(debian, version, 'bin'));
	return [...(named ? [named] : folders)].find((folder) => existsSync(join(folder, 'initdb')));
}

const isRoot = process.getuid?.() === 0;
const aptGet = (...args: string[]) =>
	spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], {
		stdio: ['ignore', 'ignore', 'inherit'],
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
	}).status === 0;

/** Finds PostgreSQL, or installs Debian's where that is allowed. @returns its folder, or undefined */
export function ensurePostgres(): string | undefined {
	const found = findPostgres();
	if (found || !isRoot || !existsSync('/usr/bin/apt-get')) return found;
	console.log('Installing Debian’s postgresql for the storage tests …');
	if (aptGet('update', '-q')) aptGet('install', '-qy', '--no-install-recommends', 'postgresql');
	return findPostgres();
}

/** PostgreSQL refuses to run as root: then it runs as the user of Debian's package. */
function servant(): { uid: number; gid: number } | Record<string, never> {
	if (!isRoot) return {};
	const id = (flag: string) =>
		Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
	return { uid: id('-u'), gid: id('-g') };
}

const freePort = () =>
	new Promise<number>((resolve) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});

/** A PostgreSQL that is running. */
export interface Running {
	/** `postgres://…`, of the database "postgres". */
	url: string;
	/** Stops it at once, as a failure does. */
	crash(): void;
	/** Starts it again after that, or after it ended by itself; does nothing while it runs. */
	start(): void;
	/** Stops it for good, and removes its data. */
	stop(): void;
}

/**
 * Starts a PostgreSQL of its own.
 * @param within where the folder of its data is made
 * @throws Error with what its programs said
 */
export async function startPostgres(bin: string, within = tmpdir()): Promise<Running> {
	const user = servant();
	const folder = mkdtempSync(join(within, 'sourcebook-postgres-'));
	if (user.uid !== undefined) chownSync(folder, user.uid, user.gid ?? user.uid);
	const data = join(folder, 'data');
	const ask = (program: string, args: string[]) =>
		spawnSync(join(bin, program), args, {
			stdio: ['ignore', 'ignore', 'pipe'],
			cwd: folder,
			...user,
			encoding: 'utf8'
		});
	const run = (program: string, ...args: string[]) => {
		const done = ask(program, args);
		if (done.status !== 0) throw new Error(`${program}: ${done.stderr}`);
	};
	const runs = () => ask('pg_ctl', ['-D', data, 'status']).status === 0;
	const port = await freePort();
	const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder}`;
	const start = () =>
		run('pg_ctl', '-D', data, '-w', '-l', join(folder, 'log'), '-o', options, 'start');
	run('initdb', '-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--no-locale');
	start();
	return {
		url: `postgres://postgres@127.0.0.1:${port}/postgres`,
		crash: () => run('pg_ctl', '-D', data, '-w', '-m', 'immediate', 'stop'),
		start: () => void (runs() || start()),
		stop() {
			run('pg_ctl', '-D', data, '-w', '-m', 'immediate', 'stop');
			rmSync(folder, { recursive: true });
		}
	};
}
