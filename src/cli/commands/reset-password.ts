import { readSettings } from '#lib/server/accounts/settings.ts';
import { readEmail } from '#lib/server/accounts/typed.ts';
import { serverSecret } from '#lib/server/classes/secret.ts';
import type { Store } from '#lib/server/storage/database.ts';
import { UsageError, type Command } from '../command.ts';
import { onStore } from '../storage.ts';

/** A link to a new password, made as the one in a letter is. @returns undefined when nobody has the address */
async function linkFor(store: Store, email: string): Promise<string | undefined> {
	const settings = readSettings(process.env);
	let token: string | undefined;
	// half a second, which the other commands need not wait
	const { makeAuth } = await import('#lib/server/accounts/auth.ts');
	const auth = makeAuth({
		store,
		settings,
		secret: settings.secret ?? (await serverSecret({ store })),
		site: '',
		send: undefined,
		resetToken: (made) => (token = made)
	});
	await auth.api.requestPasswordReset({ body: { email } });
	const origin = settings.origin ?? `http://localhost:${process.env['PORT'] ?? 3000}`;
	return token && `${origin}/teach/reset?token=${token}`;
}

export const resetPassword: Command = {
	summary: 'prints a link by which a teacher sets a new password, once',
	positionals: 'EMAIL',
	options: {},
	onDatabase: true,
	async run({ positionals: [typed, ...more] }) {
		const email = typed === undefined || more.length > 0 ? undefined : readEmail(typed);
		if (!email) throw new UsageError('name one e-mail address.');
		const link = await onStore((store) => linkFor(store, email));
		if (!link) {
			console.error(`Nobody has an account with ${email}.`);
			return 1;
		}
		console.log(`${link}\nThe link works once, within an hour. Give it to nobody but ${email}.`);
		return 0;
	}
};
