/** A form of the web as names and texts; undefined when it is not one. */
export async function entriesOf(request: Request): Promise<[string, string][] | undefined> {
	try {
		const data = await request.formData();
		return [...data].map(([name, value]) => [name, typeof value === 'string' ? value : value.name]);
	} catch {
		return undefined; // not a form, or cut off on its way
	}
}
