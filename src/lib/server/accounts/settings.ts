/** What the environment says about accounts. All of it may be missing: then there are e-mail, password and passkeys. */
export interface AccountSettings {
	/** The public address of the site, such as https://example.org; undefined on a machine of one's own. */
	origin: string | undefined;
	/** In place of the secret that the database keeps. */
	secret: string | undefined;
	mail: { url: string; from: string } | undefined;
	google: Client | undefined;
	microsoft: Client | undefined;
	/** What cannot be used, in a sentence each, for whoever starts the server. */
	problems: string[];
}
interface Client {
	id: string;
	secret: string;
}

export type Provider = 'google' | 'microsoft';
export const providerNames: Record<Provider, string> = { google: 'Google', microsoft: 'Microsoft' };

const leastSecret = 32;

/** Several variables that make sense only together. @returns their values, or what is missing */
function together(env: NodeJS.ProcessEnv, what: string, names: readonly string[]) {
	const values = names.map((name) => env[name] ?? '');
	const missing = names.filter((_, at) => !values[at]);
	if (missing.length === 0) return { values, problem: undefined };
	// ORIGIN is there for other reasons too
	const some = names.some((name, at) => name !== 'ORIGIN' && values[at]);
	return {
		values: undefined,
		problem: some ? `${what} stays off: ${missing.join(' and ')} must be set as well.` : undefined
	};
}

/** Reads `process.env`; nothing else is looked at. */
export function readSettings(env: NodeJS.ProcessEnv): AccountSettings {
	const client = (what: string, name: string) =>
		together(env, what, [`${name}_CLIENT_ID`, `${name}_CLIENT_SECRET`, 'ORIGIN']);
	const [google, microsoft] = [
		client('Signing in by Google', 'GOOGLE'),
		client('Signing in by Microsoft', 'MICROSOFT')
	];
	// without ORIGIN, the address in a mail would be what the visitor claims it to be
	const mail = together(env, 'Mail', ['SMTP_URL', 'MAIL_FROM', 'ORIGIN']);
	const secret = env['SOURCEBOOK_SECRET'] || undefined;
	const short = secret !== undefined && secret.length < leastSecret;
	const pair = ([id = '', secret = '']: string[]): Client => ({ id, secret });
	return {
		origin: env['ORIGIN'] || undefined,
		secret: short ? undefined : secret,
		mail: mail.values && { url: mail.values[0] ?? '', from: mail.values[1] ?? '' },
		google: google.values && pair(google.values),
		microsoft: microsoft.values && pair(microsoft.values),
		problems: [
			short
				? `SOURCEBOOK_SECRET has ${secret.length} characters, but needs at least ${leastSecret}: the one in the database is used.`
				: undefined,
			...[mail, google, microsoft].map(({ problem }) => problem)
		].filter((problem) => problem !== undefined)
	};
}

export const isSecure = ({ origin }: Pick<AccountSettings, 'origin'>): boolean =>
	origin?.startsWith('https:') ?? false;
