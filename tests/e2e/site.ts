import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A server of a test's own, with a database of its own. */
export interface Site {
	/** Where it listens. */
	origin: string;
	/** What its commands need. */
	env: NodeJS.ProcessEnv;
	stop(): Promise<void>;
}

function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const address = server.address();
			const port = typeof address === 'object' && address ? address.port : 0;
			server.close(() => resolve(port));
		});
	});
}

async function untilReady(origin: string): Promise<void> {
	for (let n = 0; n < 200; n++) {
		const answer = await fetch(`${origin}/teach/sign-in`).catch(() => undefined);
		if (answer?.ok) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error(`${origin} does not answer`);
}

/** Starts what was built. @param env such as SMTP_URL */
export async function startSite(env: NodeJS.ProcessEnv = {}): Promise<Site> {
	const folder = mkdtempSync(join(tmpdir(), 'sourcebook-e2e-'));
	const port = await freePort();
	const origin = `http://localhost:${port}`;
	const all = {
		...process.env,
		PORT: String(port),
		HOST: '127.0.0.1',
		ORIGIN: origin,
		DATABASE_URL: join(folder, 'test.db'),
		...env
	};
	const server = spawn(process.execPath, ['server/main.ts'], {
		env: all,
		stdio: ['ignore', 'ignore', 'inherit']
	});
	await untilReady(origin);
	return {
		origin,
		env: all,
		async stop() {
			const ended = new Promise((resolve) => server.once('exit', resolve));
			server.kill('SIGTERM');
			await ended;
			rmSync(folder, { recursive: true, force: true });
		}
	};
}
