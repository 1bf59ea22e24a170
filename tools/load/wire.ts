// Requests as a browser sends them: kept connections, the student's cookie, the origin of the page.
import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

export interface Answer {
	status: number;
	text: string;
}
export interface Sent {
	origin: string;
	path: string;
	/** Of the student. */
	token?: string;
	/** A form; without one, the request is a GET. */
	body?: string;
	signal?: AbortSignal | null | undefined;
}

/**
 * One request. A kept connection that the server has just closed is no failure: as in browsers, another one is used.
 * @throws what the connection says when it breaks
 */
export async function ask(sent: Sent): Promise<Answer> {
	for (;;)
		try {
			return await askOnce(sent);
		} catch (problem) {
			if (!(problem instanceof ClosedMeanwhile)) throw problem;
		}
}

class ClosedMeanwhile extends Error {}

function askOnce({ origin, path, token, body, signal }: Sent) {
	const { promise, resolve, reject } = Promise.withResolvers<Answer>();
	const headers = {
		origin,
		accept: 'text/html',
		...(token && { cookie: `sourcebook-places=${token}` }),
		...(body !== undefined && { 'content-type': 'application/x-www-form-urlencoded' })
	};
	const method = body === undefined ? 'GET' : 'POST';
	const options = { agent, method, headers, ...(signal && { signal }) };
	const sent = request(origin + path, options, (answer) => {
		let text = '';
		answer.setEncoding('utf8').on('data', (part: string) => (text += part));
		answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
		answer.on('error', reject);
	});
	sent.on('error', (problem: NodeJS.ErrnoException) => {
		const closed = sent.reusedSocket && problem.code === 'ECONNRESET';
		reject(closed ? new ClosedMeanwhile() : problem);
	});
	sent.end(body);
	return promise;
}
