import { createServer, type Socket } from 'node:net';

/** A server for mail that keeps what it is given: as much of SMTP as one sender needs. */
export interface MailBox {
	url: string;
	/** What was last sent to an address; waits for it. */
	lastTo(address: string): Promise<string>;
	count(address: string): number;
	close(): void;
}

interface Received {
	to: string;
	text: string;
}

/** Lines of a letter as they were before quoted-printable. */
const decode = (text: string) =>
	text
		.replace(/=\r\n/g, '')
		.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

function converse(socket: Socket, keep: (letter: Received) => void) {
	let to = '';
	let body: string | undefined;
	let rest = '';
	const say = (line: string) => socket.write(`${line}\r\n`);
	const hear = (line: string) => {
		if (body !== undefined) {
			if (line !== '.') return void (body += `${line}\r\n`);
			keep({ to, text: decode(body) });
			body = undefined;
			return say('250 kept');
		}
		to = /^RCPT TO:<(.*?)>/i.exec(line)?.[1] ?? to;
		if (/^DATA/i.test(line)) {
			body = '';
			return say('354 go on');
		}
		return say(/^QUIT/i.test(line) ? '221 bye' : '250 well');
	};
	say('220 mail');
	socket.on('error', () => undefined);
	socket.on('data', (data) => {
		const lines = (rest + data.toString()).split('\r\n');
		rest = lines.pop() ?? '';
		lines.forEach(hear);
	});
}

/** Starts it on a free port of this machine. */
export async function openMailBox(): Promise<MailBox> {
	const letters: Received[] = [];
	const server = createServer((socket) => converse(socket, (letter) => letters.push(letter)));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (typeof address !== 'object' || !address) throw new Error('no port');
	const to = (one: string) => letters.filter((letter) => letter.to === one);
	return {
		url: `smtp://127.0.0.1:${address.port}`,
		async lastTo(one) {
			for (let n = 0; n < 100 && to(one).length === 0; n++)
				await new Promise((resolve) => setTimeout(resolve, 50));
			const text = to(one).at(-1)?.text;
			if (text === undefined) throw new Error(`no letter to ${one}`);
			return text;
		},
		count: (one) => to(one).length,
		close: () => server.close()
	};
}

/** The first link of a letter. */
export const linkOf = (letter: string): string => /https?:\/\/\S+/.exec(letter)?.[0] ?? '';
