const reading = new WeakMap<Request, Promise<FormData>>();

/** The form that a request brings. It can be asked for several times. @throws when there is none, or it was cut off */
export function formSent(request: Request): Promise<FormData> {
	const known = reading.get(request) ?? request.formData();
	reading.set(request, known);
	return known;
}

/** A form of the web as names and texts; undefined when it is not one. */
export async function entriesOf(request: Request): Promise<[string, string][] | undefined> {
	try {
		const data = await formSent(request);
		return [...data].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]);
	} catch {
		return undefined; // not a form, or cut off on its way
	}
}

/**
 * What a page sent that could not be dealt with, to be sent again by a button: a browser without a script may have
 * nothing else left of it. undefined when a script asks, which keeps what it sends, and for passwords, which no page
 * gives back.
 */
export async function sentAgain(request: Request): Promise<[string, string][] | undefined> {
	const byPage = request.method === 'POST' && request.headers.get('accept')?.includes('text/html');
	const entries = byPage ? await entriesOf(request) : undefined;
	return entries?.some(([name]) => /password/i.test(name)) ? undefined : entries;
}
