import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The site at another address, which can be of an earlier version: under other names, with the same content. */
export interface Site {
	origin: string;
	/** Now it is of the server's own version. */
	update(): void;
	/** From now on nothing is answered, and no connection fails. */
	fallSilent(): void;
	close(): void;
}

/** What is no longer true of a body with other names in it. */
const ofBody = ['content-length', 'transfer-encoding', 'etag', 'last-modified'];

const textOf = async (message: IncomingMessage): Promise<Buffer> =>
	Buffer.concat(await message.toArray());

/** Words that stand for others in an earlier version. */
type Names = readonly (readonly [now: string, then: string])[];

const earlier = (text: string, names: Names) =>
	names.reduce((all, [now, then]) => all.replaceAll(now, then), text);
const later = (text: string, names: Names) =>
	names.reduce((all, [now, then]) => all.replaceAll(then, now), text);

function passOn(upstream: URL, names: () => Names, isSilent: () => boolean): Server {
	return createServer(async (asked, answer) => {
		if (isSilent()) return;
		const body = await textOf(asked);
		const sent = request(
			{
				...{ host: '127.0.0.1', port: upstream.port, method: asked.method },
				path: later(asked.url ?? '/', names()),
				headers: { ...asked.headers, 'accept-encoding': 'identity' }
			},
			async (got) => {
				const text = await textOf(got);
				const type = got.headers['content-type'] ?? '';
				const shown = /text|json|script/.test(type) ? earlier(String(text), names()) : text;
				const headers = Object.fromEntries(
					Object.entries(got.headers).filter(([name]) => !ofBody.includes(name))
				);
				answer.writeHead(got.statusCode ?? 500, headers).end(shown);
			}
		);
		sent.end(body);
	});
}

/**
 * Shows the site as if it were of an earlier version, until it is updated.
 * @param bank the version of a module's questions; they change with the update
 */
export async function earlierSite(baseURL: string, bank: string): Promise<Site> {
	const { version } = (await (await fetch(`${baseURL}/_app/version.json`)).json()) as {
		version: string;
	};
	let names: Names = [
		[version, `${version.slice(0, -4)}0000`],
		['/chunks/', '/chunks0/'],
		[bank, '0000000']
	];
	let silent = false;
	const server = passOn(
		new URL(baseURL),
		() => names,
		() => silent
	);
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	return {
		origin: `http://localhost:${(server.address() as AddressInfo).port}`,
		update: () => (names = []),
		fallSilent: () => (silent = true),
		close: () => {
			server.closeAllConnections();
			server.close();
		}
	};
}
