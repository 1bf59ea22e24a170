// A server under load: in a process of its own, on loopback.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

const pathOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The program as `npm start` runs it, once it is built. */
export const site = pathOf('../../server/main.ts');
/** As `npm start` has them. */
const flags = ['--max-semi-space-size=4', '--max-old-space-size=512'];
/** Answers "ok". */
export const bare = pathOf('bare.ts');

export interface Server {
	/** The most memory it took so far, in bytes. */
	peak(): number;
	/** Sets its clock so many milliseconds off. */
	moveClock(millis: number): void;
	/** Ends it at once: SIGKILL. */
	kill(): Promise<void>;
	/** Asks it to end: SIGTERM. */
	stop(): Promise<void>;
}

/** A port that nobody listens on. */
export const freePort = () =>
	new Promise<number>((resolve) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => resolve(port));
		});
	});

/** Starts a server, and waits until it listens. @throws Error when it ends before that */
export async function startServer(
	program: string,
	port: number,
	environment: NodeJS.ProcessEnv = {}
): Promise<Server> {
	const env = { ...process.env, ...environment, PORT: String(port), HOST: '127.0.0.1' };
	const child = spawn(process.execPath, [...flags, '--import', pathOf('inside.ts'), program], {
		env,
		stdio: ['ignore', 'pipe', 'ignore', 'ipc']
	});
	let peak = 0;
	child.on('message', ({ rss }: { rss: number }) => (peak = Math.max(peak, rss)));
	const ended = once(child, 'exit');
	await Promise.race([
		new Promise((resolve) => child.stdout?.once('data', resolve)),
		ended.then(() => {
			throw new Error(`${program} ended before it was ready`);
		})
	]);
	const end = async (signal: NodeJS.Signals) => {
		child.kill(signal);
		await ended;
	};
	return {
		peak: () => peak,
		moveClock: (movedMillis) => void child.send({ movedMillis }),
		kill: () => end('SIGKILL'),
		stop: () => end('SIGTERM')
	};
}
