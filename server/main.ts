// Serves build/: security headers on every answer (also static and prerendered ones, which no hook sees), the public
// origin, a readable refusal of bodies that are too large, and a prompt end on SIGTERM.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import compression from 'compression';
import { settings } from './settings.ts';

const { port, host, address } = settings(process.env);
const limitBytes = 512 * 1024;
const closingMillis = 3000;

// The adapter reads these when it is imported. Without ORIGIN it would take every request for https, and refuse the
// forms of http://localhost; so it is told the protocol in a header that the server itself sets.
if (!process.env.ORIGIN) delete process.env.ORIGIN;
const protocolHeader = 'x-sourcebook-protocol';
process.env.PROTOCOL_HEADER ??= protocolHeader;
process.env.BODY_SIZE_LIMIT = String(limitBytes);

type Handler = (req: IncomingMessage, res: ServerResponse, next: () => void) => Promise<void>;
const { handler } = (await import('../build/handler.js' as string)) as { handler: Handler };

function refuse(res: ServerResponse, status: number, sentence: string) {
	if (res.headersSent) return res.destroy();
	res.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
	return res.end(`${sentence}\n`);
}

// Prerendered files lie compressed on the disk; this is for pages made on demand. It knows Node's own requests too.
type Step = (req: IncomingMessage, res: ServerResponse, next: () => void) => void;
const compress = compression() as unknown as Step;

const server = createServer((req, res) => {
	req.headers[protocolHeader] = 'http';
	res.setHeader('x-content-type-options', 'nosniff');
	res.setHeader('referrer-policy', 'same-origin');
	res.setHeader('x-frame-options', 'DENY');
	res.setHeader('cross-origin-opener-policy', 'same-origin');
	// Asked again each time, cheap by ETag; the adapter says otherwise for hashed files.
	res.setHeader('cache-control', 'no-cache');

	if (Number(req.headers['content-length']) > limitBytes) {
		// A browser shows the answer only after it could send everything.
		req.resume().on('end', () => {
			refuse(
				res,
				413,
				'This is too much to send at once: the limit is 512 kB. Go back and shorten it.'
			);
		});
		return;
	}
	compress(req, res, () => {
		Promise.resolve(handler(req, res, () => refuse(res, 404, 'There is no such page.'))).catch(
			(error: unknown) => {
				console.error(error);
				refuse(res, 500, 'Something went wrong on the server. Please try again.');
			}
		);
	});
});

const reasons: Record<string, string> = {
	EADDRINUSE: `Port ${port} is in use by another program: stop it, or choose another port, as in PORT=${port === 65535 ? port - 1 : port + 1} npm start.`,
	EACCES: `This user may not listen on port ${port}: choose one above 1023, as in PORT=3000 npm start.`,
	EADDRNOTAVAIL: `HOST is “${host}”, which is no address of this machine: leave it out, or use 0.0.0.0 for all.`,
	ENOTFOUND: `HOST is “${host}”, which is no address of this machine: leave it out, or use 0.0.0.0 for all.`
};
server.on('error', (error: NodeJS.ErrnoException) => {
	console.error(reasons[error.code ?? ''] ?? `The server could not start: ${error.message}.`);
	process.exit(1);
});
server.listen(port, host, () => console.log(`Ready at ${address} (Ctrl+C stops it)`));

for (const signal of ['SIGTERM', 'SIGINT'] as const)
	process.once(signal, () => {
		// `sveltekit:shutdown` is the adapters' common event: the app closes its database on it.
		server.close(() => process.emit('sveltekit:shutdown' as 'disconnect'));
		setTimeout(() => process.exit(), closingMillis).unref();
	});
