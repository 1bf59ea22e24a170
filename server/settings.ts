/** Where the server listens, from PORT, HOST and ORIGIN; `problem` is a sentence when one of them cannot be used. */
export function settings({ PORT = '3000', HOST = '127.0.0.1', ORIGIN }: NodeJS.ProcessEnv) {
	const port = Number(PORT);
	const shown = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(HOST) ? 'localhost' : HOST;
	const address = ORIGIN || `http://${shown}:${port}`;
	const problem =
		!/^\d{1,5}$/.test(PORT) || port < 1 || port > 65535
			? `PORT must be a number from 1 to 65535, but is “${PORT}”.`
			: ORIGIN && !isOrigin(ORIGIN)
				? `ORIGIN must be an address like https://example.org, without a path, but is “${ORIGIN}”.`
				: undefined;
	return { port, host: HOST, address, problem };
}

function isOrigin(text: string): boolean {
	const url = URL.parse(text);
	return (
		url !== null &&
		/^https?:$/.test(url.protocol) &&
		[url.origin, `${url.origin}/`].includes(text.toLowerCase())
	);
}
