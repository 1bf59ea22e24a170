// A server of the built site, for the tools that look at it from outside.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, isBuilt } from '../build.ts';

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url));

/** What opens the pages of the editors on this server. */
export const editorKey = 'the-key-of-the-tools-that-look-at-the-site';

/**
 * Builds the site when a source has changed, serves it at a port, and ends the server when `use` is done. Its database is
 * a file of its own, gone afterwards: what a tool makes must not stand among the classes of whoever runs it.
 */
export async function withServer<T>(port: number, use: (origin: string) => Promise<T>): Promise<T> {
	if (!isBuilt() && !build()) throw new Error('The site could not be built.');
	const folder = mkdtempSync(join(tmpdir(), 'sourcebook-site-'));
	const server = spawn(process.execPath, [main], {
		env: {
			...process.env,
			...{ PORT: `${port}`, HOST: '127.0.0.1', SOURCEBOOK_EDITOR_KEY: editorKey },
			DATABASE_URL: join(folder, 'sourcebook.db')
		},
		stdio: ['ignore', 'pipe', 'inherit']
	});
	try {
		await new Promise<void>((resolve, reject) => {
			server.stdout.once('data', () => resolve());
			server.once('exit', () => reject(new Error('The server ended.')));
		});
		return await use(`http://localhost:${port}`);
	} finally {
		server.kill('SIGTERM');
		if (server.exitCode === null) await new Promise((resolve) => server.once('exit', resolve));
		rmSync(folder, { recursive: true });
	}
}
