/** What a report is about, line by line: "Fact: war-2020-length". Lines without a value are left out. */
export type About = Record<string, string | number | undefined>;

/** Where a reader is led when no address is set up: to the page that says so, and what was to be reported. */
const nowhere = '/report';

/**
 * The address for reports as a link, from what was typed: an e-mail address, a mailto link or the address of a form on
 * the web. Empty when nothing was typed, undefined when it is none of these.
 */
export function readAddress(typed: string): string | undefined {
	const text = typed.trim();
	if (text === '') return '';
	if (/^(?:mailto:)?[^\s@:/?]+@[^\s@:/?]+\.[^\s@:/?]+$/.test(text))
		return `mailto:${text.replace(/^mailto:/, '')}`;
	return /^https?:$/.test(URL.parse(text)?.protocol ?? '') ? text : undefined;
}

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
	const to = address || nowhere;
	return `${to}${to.includes('?') ? '&' : '?'}${fields.join('&')}`;
}
