/** What a report is about, line by line: "Fact: war-2020-length". Lines without a value are left out. */
export type About = Record<string, string | number | undefined>;

/** The fields that a prefilled message takes: of a mail, and of an issue form on the web. */
const fieldsOf = (address: string): [subject: string, body: string] =>
	address.startsWith('mailto:') ? ['subject', 'body'] : ['title', 'body'];

/** A plain link to a message that says already what it is about; it needs no script and no account. */
export function reportLink(address: string, subject: string, about: About = {}): string {
	const lines = Object.entries(about)
		.filter(([, value]) => value !== undefined && value !== '')
		.map(([name, value]) => `${name}: ${value}`);
	const [subjectField, bodyField] = fieldsOf(address);
	const body = lines.length > 0 ? [...lines, '', 'What is wrong: '].join('\r\n') : undefined;
	const fields = [
		`${subjectField}=${encodeURIComponent(subject)}`,
		...(body === undefined ? [] : [`${bodyField}=${encodeURIComponent(body)}`])
	];
	return `${address}${address.includes('?') ? '&' : '?'}${fields.join('&')}`;
}
